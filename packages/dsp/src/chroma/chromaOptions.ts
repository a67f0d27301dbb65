import type { SpectralFeatureOptions } from '../frames/spectralPlan.js';
import type { Norm } from './norm.js';

export interface ChromaOptions extends SpectralFeatureOptions {
  /**
   * Number of pitch classes per octave, an integer from 1 to 1024.
   *
   * @default 12
   */
  readonly nChroma?: number;
  /**
   * Deviation from A = 440 Hz, in fractions of a pitch class.
   *
   * @default estimated from each clip
   */
  readonly tuning?: number;
  /**
   * Normalization of each frame: division by its maximum ('inf') or its p-norm (a number above 0), or 'none'.
   *
   * @default 'inf'
   */
  readonly norm?: Norm;
  /**
   * Center of the weights of octaves, in octaves above A0 (27.5 Hz).
   *
   * @default 5
   */
  readonly ctroct?: number;
  /**
   * Standard deviation of the Gaussian weights of octaves, above 0; null weights all octaves equally.
   *
   * @default 2
   */
  readonly octwidth?: number | null;
}
