import type { AudioInfo } from '../audioInfo.js';
import { parseOgg } from './parseOgg.js';

/** The headers of an Ogg file in the words of `AudioInfo`. */
export function oggInfo(bytes: Uint8Array): Omit<AudioInfo, 'container' | 'seconds'> {
  const { codec, sampleRate, nChannels, nSamples } = parseOgg(bytes);
  return { encoding: codec, sampleRate, nChannels, nSamples };
}
