import type { AudioHeader } from '../header/audioInfo.js';
import { parseMpeg } from './parseMpeg.js';

/** The header of an MP3 file, from its frame headers. */
export function mpegInfo(bytes: Uint8Array): AudioHeader {
  const { layer, sampleRate, nChannels, nSamples } = parseMpeg(bytes);
  return { encoding: `layer${layer}`, sampleRate, nChannels, nSamples };
}
