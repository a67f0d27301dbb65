import type { AudioHeader } from '../header/audioInfo.js';
import { readNow } from '../source/reading.js';
import { FlacFrames } from './flacFrames.js';
import { parseStreamInfo, type StreamInfo } from './streamInfo.js';

/** The header of a FLAC file. Without a declared length, the samples are decoded to count them. */
export function flacInfo(bytes: Uint8Array): AudioHeader {
  const info = parseStreamInfo(bytes);
  const { sampleRate, nChannels, bitsPerSample } = info;
  return {
    encoding: `flac${bitsPerSample}`,
    sampleRate,
    nChannels,
    nSamples: info.nSamples ?? countSamples(bytes, info),
  };
}

function countSamples(bytes: Uint8Array, info: StreamInfo): number {
  const frames = new FlacFrames(info, bytes.length);
  let nSamples = 0;
  for (let frame = readNow(bytes, frames.next()); frame; frame = readNow(bytes, frames.next())) {
    nSamples += frame.blockSize;
  }
  return nSamples;
}
