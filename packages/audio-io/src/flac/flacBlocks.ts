import type { MultichannelAudio } from '@ser/dsp';
import type { BlockReader } from '../blocks/blockReader.js';
import type { Reading } from '../source/reading.js';
import { FlacFrames } from './flacFrames.js';
import { samplesOf } from './sampleSink.js';
import { type StreamInfo, streamInfo } from './streamInfo.js';

/** A FLAC file of this size as blocks, one for each frame. */
export function* flacBlocks(fileSize: number): Reading<BlockReader> {
  return new FlacBlocks(yield* streamInfo(fileSize), fileSize);
}

class FlacBlocks implements BlockReader {
  readonly sampleRate: number;
  readonly nChannels: number;
  readonly nSamples: number | undefined;
  readonly #info: StreamInfo;
  readonly #frames: FlacFrames;

  constructor(info: StreamInfo, fileSize: number) {
    this.sampleRate = info.sampleRate;
    this.nChannels = info.nChannels;
    this.nSamples = info.nSamples;
    this.#info = info;
    this.#frames = new FlacFrames(info, fileSize);
  }

  *next(): Reading<MultichannelAudio | undefined> {
    const frame = yield* this.#frames.next();
    if (frame === undefined) return undefined;
    return { channels: samplesOf(frame, this.#info), sampleRate: this.sampleRate };
  }
}
