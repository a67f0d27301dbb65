import { requireNumber } from '@ser/core';
import type { Prediction } from './prediction.js';

/** The label of a prediction that is not probable enough. */
export const unsureLabel = 'unsure';

export interface UnsureOptions {
  /**
   * The label is `unsure` if its probability is below this number, in [0, 1]; `probabilities` stay as they are. The model
   * card lists how many answers remain at some thresholds, and how many of them are right.
   *
   * @default 0: never
   */
  readonly unsureBelow?: number | undefined;
}

/**
 * The prediction, with the label `unsure` if its own is less probable than the threshold.
 *
 * @throws {SerError} `invalid-option`
 */
export function orUnsure<P extends Prediction>(prediction: P, { unsureBelow = 0 }: UnsureOptions): P {
  requireNumber('unsureBelow', unsureBelow, { min: 0, max: 1 });
  if (!prediction.speech || prediction.probabilities[prediction.label]! >= unsureBelow) return prediction;
  return { ...prediction, label: unsureLabel };
}
