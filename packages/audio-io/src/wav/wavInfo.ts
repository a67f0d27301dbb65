import type { AudioInfo } from '../audioInfo.js';
import { parseWav } from './parseWav.js';

/** The header of a WAV file in the words of `AudioInfo`. */
export function wavInfo(bytes: Uint8Array): Omit<AudioInfo, 'container' | 'seconds'> {
  const { kind, bytesPerSample, sampleRate, nChannels, nSamples } = parseWav(bytes);
  return { encoding: `${kind}${8 * bytesPerSample}`, sampleRate, nChannels, nSamples };
}
