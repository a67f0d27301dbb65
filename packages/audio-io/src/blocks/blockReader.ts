import type { MultichannelAudio } from '@ser/dsp';
import type { Reading } from '../source/reading.js';

/** A file as blocks of audio, in order. */
export interface BlockReader {
  /** In Hz. */
  readonly sampleRate: number;
  readonly nChannels: number;

  /** Samples per channel that the header declares; `undefined` if it does not. */
  readonly nSamples: number | undefined;

  /** The next block; `undefined` at the end. */
  next(): Reading<MultichannelAudio | undefined>;
}
