import type { AudioHeader } from '../header/audioInfo.js';
import { decodeFlac } from './decodeFlac.js';
import { parseStreamInfo } from './streamInfo.js';

/** The header of a FLAC file. Without a declared length, the samples are decoded to count them. */
export function flacInfo(bytes: Uint8Array): AudioHeader {
  const { sampleRate, nChannels, bitsPerSample, nSamples } = parseStreamInfo(bytes);
  return {
    encoding: `flac${bitsPerSample}`,
    sampleRate,
    nChannels,
    nSamples: nSamples ?? decodeFlac(bytes).channels[0]!.length,
  };
}
