import type { AudioInfo } from '../audioInfo.js';
import { parseMpeg } from './parseMpeg.js';

/** The frame headers of an MP3 file in the words of `AudioInfo`. */
export function mpegInfo(bytes: Uint8Array): Omit<AudioInfo, 'container' | 'seconds'> {
  const { layer, sampleRate, nChannels, nSamples } = parseMpeg(bytes);
  return { encoding: `layer${layer}`, sampleRate, nChannels, nSamples };
}
