import type { FrontEnd } from './frontEnd.js';

/** The low-level descriptors of a clip, a frame every 10 ms. Each descriptor over time is a contour. */
export interface Descriptors {
  readonly frontEnd: FrontEnd;
  readonly nFrames: number;
  /** Name of each contour, such as 'mfcc3' or 'centroid'. */
  readonly names: readonly string[];
  /** One contour after the other, of shape `[names.length, nFrames]`. */
  readonly data: Float64Array;
  /** Pitch in semitones above 55 Hz, 0 in unvoiced frames, of shape `[nFrames]`. */
  readonly f0: Float64Array;
  /** 1 in voiced frames, else 0, of shape `[nFrames]`. */
  readonly voiced: Uint8Array;
  /** 1 in frames loud enough to be speech, else 0, of shape `[nFrames]`. */
  readonly active: Uint8Array;
}
