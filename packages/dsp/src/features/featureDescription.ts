import type { FeatureSpec } from './featureKinds.js';
import type { Functional } from '../frames/applyFunctionals.js';
import type { Segment } from './crop.js';

/** Which numbers describe a clip: plain JSON, kept with the model that was trained on them. */
export interface FeatureDescription {
  /** Sample rate of the clips, in Hz, > 0. Clips of another rate are refused, never resampled in silence. */
  readonly sampleRate: number;
  /** At least one; several stand side by side in each frame, and must then make equally many frames. */
  readonly features: readonly FeatureSpec[];
  /**
   * Up to which order to add the derivatives over time: each feature's columns are followed by their `delta` of order
   * 1, then of order 2, both over 9 frames.
   *
   * @default 0
   */
  readonly deltas?: 0 | 1 | 2;
  /**
   * The stretch of each clip to look at.
   *
   * @default the whole clip
   */
  readonly segment?: Segment;
  /**
   * Reduce all frames to one row by these, in this order.
   *
   * @default none: one row a frame
   */
  readonly functionals?: readonly Functional[];
}
