import type { FrameEncoderDescription } from './frameEncoderDescription.js';
import type { Frames } from './frames.js';

/** A saved frame encoder: the files `encoder.json` and `encoder.bin`, by name. */
export type FrameEncoderFiles = Readonly<Record<string, Uint8Array>>;

/** Turns the frames of a clip, any number of them, into one row of numbers. It is fitted to training clips once. */
export interface FrameEncoder {
  readonly description: FrameEncoderDescription;
  /** Number of features per frame. */
  readonly nInputs: number;
  /** Number of values per clip. */
  readonly nOutputs: number;
  /**
   * Encodes a clip.
   *
   * @returns `[nOutputs]`, a new array
   * @throws {SerError} `shape-mismatch` for frames with another number of features, or no frames; `diverged` for values
   * that are not finite
   */
  encode(frames: Frames): Float32Array;
  /** @returns the files that `loadFrameEncoder` loads */
  save(): FrameEncoderFiles;
}
