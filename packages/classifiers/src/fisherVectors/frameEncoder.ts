import type { FrameEncoderDescription } from './frameEncoderDescription.js';
import type { Frames } from './frames.js';

/** A saved encoder: `encoder.json` and `encoder.bin`. */
export type FrameEncoderFiles = Readonly<Record<string, Uint8Array>>;

/** Makes one row of numbers of a clip's frames, however many there are. Fitted to training clips, it does not change. */
export interface FrameEncoder {
  readonly description: FrameEncoderDescription;
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
  /** What `loadFrameEncoder` makes the same encoder of. */
  save(): FrameEncoderFiles;
}
