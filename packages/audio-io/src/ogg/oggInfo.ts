import type { AudioHeader } from '../header/audioInfo.js';
import { parseOgg } from './parseOgg.js';

/** The headers of an Ogg file. */
export function oggInfo(bytes: Uint8Array): AudioHeader {
  const { codec, sampleRate, nChannels, nSamples } = parseOgg(bytes);
  return { encoding: codec, sampleRate, nChannels, nSamples };
}
