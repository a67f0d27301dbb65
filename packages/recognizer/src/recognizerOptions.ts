import type { SerError } from '@ser/core';
import type { BundledClasses } from './load/bundledModel.js';
import type { LoadOptions } from './load/loadModel.js';
import type { UnsureOptions } from './unsure.js';

export interface PredictOptions extends UnsureOptions {
  /**
   * Whether to skip the search for speech, for audio that is known to be speech. Only silence then has no prediction.
   *
   * @default false
   */
  readonly assumeSpeech?: boolean;
  /**
   * Longest audio, in seconds, above 0. A prediction for one emotion needs about 1 MB per second; for longer audio, use
   * `segments`.
   *
   * @default 600
   */
  readonly maxSeconds?: number | undefined;
  /** Cancels reading the recording and computing its features: the promise is rejected with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
}

/** How to load a bundled model. */
export interface BundledOptions extends LoadOptions {
  /**
   * The number of classes: seven, or only angry, happy, neutral, and sad.
   *
   * @default 7
   */
  readonly classes?: BundledClasses;
}

/** How to load the general model. */
export interface GeneralOptions extends BundledOptions {
  /** Called with the reason if `general-small` was loaded instead of `general`. */
  readonly onFallback?: (reason: SerError) => void;
}
