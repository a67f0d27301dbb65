import type { AudioHeader } from '../header/audioInfo.js';
import { pause, type Reading, readNow } from '../source/reading.js';
import { FlacFrames } from './flacFrames.js';
import { type StreamInfo, streamInfo } from './streamInfo.js';

/** The header of a FLAC file. Without a declared length, the samples are decoded to count them. */
export function flacInfo(bytes: Uint8Array): AudioHeader {
  return readNow(bytes, flacHeader(bytes.length));
}

/** `flacInfo` of a file of this size. */
export function* flacHeader(fileSize: number): Reading<AudioHeader> {
  const info = yield* streamInfo(fileSize);
  const { sampleRate, nChannels, bitsPerSample } = info;
  return {
    encoding: `flac${bitsPerSample}`,
    sampleRate,
    nChannels,
    nSamples: info.nSamples ?? (yield* countSamples(info, fileSize)),
  };
}

function* countSamples(info: StreamInfo, fileSize: number): Reading<number> {
  const frames = new FlacFrames(info, fileSize);
  let nSamples = 0;
  for (let frame = yield* frames.next(); frame; frame = yield* frames.next()) {
    nSamples += frame.blockSize;
    yield* pause();
  }
  return nSamples;
}
