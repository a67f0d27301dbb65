import type { MfccOptions } from '../cepstrum/mfcc.js';
import type { LogMelOptions } from '../mel/logMel.js';
import type { MelSpectrogramOptions } from '../mel/melSpectrogram.js';
import type { Functional } from './functionals.js';
import type { Segment } from './segment.js';

/** One kind of feature by name, with the options of the function of that name. */
export type FeatureSpec =
  | ({ readonly name: 'mfcc' } & MfccOptions)
  | ({ readonly name: 'logMel' } & LogMelOptions)
  | ({ readonly name: 'melSpectrogram' } & MelSpectrogramOptions);

/** Which numbers describe a clip: plain JSON, kept with the model that was trained on them. */
export interface FeatureDescription {
  /** Sample rate of the clips, in Hz, > 0. Clips of another rate are refused, never resampled in silence. */
  readonly sampleRate: number;
  /** At least one; several stand side by side in each frame, and must then make equally many frames. */
  readonly features: readonly FeatureSpec[];
  /**
   * Order of the time derivatives to add. Only 0, none, exists so far.
   *
   * @default 0
   */
  readonly deltas?: 0;
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
