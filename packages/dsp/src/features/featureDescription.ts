import type { Functional } from '../frames/applyFunctionals.js';
import type { Crop } from './crop.js';
import type { FeatureSpec } from './featureKinds.js';

/** Which features are computed from a clip: plain JSON, stored with the model that is trained on them. */
export interface FeatureDescription {
  /** Sample rate of the clips, in Hz, above 0. Clips of another rate are rejected, never resampled silently. */
  readonly sampleRate: number;
  /** At least one feature. The columns of several features are joined, so they must have the same frames. */
  readonly features: readonly FeatureSpec[];
  /**
   * Highest order of derivatives over time to append: the columns of each feature are followed by their `delta` of order
   * 1, then of order 2, both over 9 frames.
   *
   * @default 0
   */
  readonly deltas?: 0 | 1 | 2;
  /**
   * The part of each clip to use.
   *
   * @default the whole clip
   */
  readonly segment?: Crop;
  /**
   * Statistics over all frames, in this order, which reduce each clip to one row.
   *
   * @default none: one row per frame
   */
  readonly functionals?: readonly Functional[];
}
