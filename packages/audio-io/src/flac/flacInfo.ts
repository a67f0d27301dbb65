import type { AudioInfo } from '../audioInfo.js';
import { decodeFlac } from './decodeFlac.js';
import { parseStreamInfo } from './streamInfo.js';

/** The header of a FLAC file in the words of `AudioInfo`; undeclared samples are decoded to count them. */
export function flacInfo(bytes: Uint8Array): Omit<AudioInfo, 'container' | 'seconds'> {
  const { sampleRate, nChannels, bitsPerSample, nSamples } = parseStreamInfo(bytes);
  return {
    encoding: `flac${bitsPerSample}`,
    sampleRate,
    nChannels,
    nSamples: nSamples ?? decodeFlac(bytes).channels[0]!.length,
  };
}
