import type { EncoderDescription } from './encoderDescription.js';
import type { Frames } from './frames.js';

/** A saved encoder: `encoder.json` and `encoder.bin`. */
export type EncoderFiles = Readonly<Record<string, Uint8Array>>;

/** Makes one row of numbers of a clip's frames, however many there are. Fitted to training clips, it does not change. */
export interface Encoder {
  readonly description: EncoderDescription;
  /** Numbers of a frame. */
  readonly nInputs: number;
  /** Numbers of a clip. */
  readonly nOutputs: number;
  /**
   * The numbers of a clip, of shape `[nOutputs]`: a new array.
   *
   * @throws {SerError} `shape-mismatch` for frames of another width, and for none; `diverged` for a value that is not
   * finite
   */
  encode(frames: Frames): Float32Array;
  /** What `loadEncoder` makes the same encoder of. */
  save(): EncoderFiles;
}
