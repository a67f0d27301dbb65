import type { MultichannelAudio } from '@ser/dsp';
import type { BlockReader } from '../blocks/blockReader.js';
import { bytesAt, type Reading } from '../source/reading.js';
import { readSamples } from './readSamples.js';
import type { SampleLayout } from './sampleLayout.js';

/** Length of a block: samples per channel, and bytes if there are many channels. */
const most = { samples: 1 << 14, bytes: 1 << 20 };

/** The uncompressed samples of a file as blocks. */
export class PcmBlocks implements BlockReader {
  readonly sampleRate: number;
  readonly nChannels: number;
  readonly nSamples: number;
  readonly #layout: SampleLayout;
  readonly #frameBytes: number;
  #nRead = 0;

  constructor(layout: SampleLayout) {
    this.sampleRate = layout.sampleRate;
    this.nChannels = layout.nChannels;
    this.nSamples = layout.nSamples;
    this.#layout = layout;
    this.#frameBytes = layout.nChannels * layout.bytesPerSample;
  }

  *next(): Reading<MultichannelAudio | undefined> {
    const firstSample = this.#nRead;
    const longest = Math.max(1, Math.min(most.samples, Math.floor(most.bytes / this.#frameBytes)));
    const nSamples = Math.min(longest, this.nSamples - firstSample);
    if (nSamples <= 0) return undefined;
    const start = this.#layout.dataStart + firstSample * this.#frameBytes;
    const bytes = yield* bytesAt(start, start + nSamples * this.#frameBytes);
    this.#nRead += nSamples;
    return readSamples(bytes, { ...this.#layout, dataStart: 0, nSamples }, firstSample);
  }
}
