import { requireNumber } from '@ser/core';
import { classify, type Prediction } from '../prediction.js';

/** How predictions are smoothed over time. */
export interface SmoothingOptions {
  /**
   * Half-life of the exponential mean of the probabilities, in seconds of speech, above 0.
   *
   * @default 2
   */
  readonly halfLife?: number;
  /**
   * Hysteresis: the label changes only if the probability of another label is higher by this difference, in [0, 1].
   *
   * @default 0.1
   */
  readonly margin?: number;
}

/**
 * Smooths the predictions of successive windows: an exponential mean of the probabilities, and a label with hysteresis.
 * Windows without speech are returned as they are and do not change the state.
 *
 * With `a = 1 - 2^(-hop / halfLife)`, each new prediction moves the mean by `a` times the difference.
 *
 * @throws {SerError} `invalid-option`
 */
export class Smoothing {
  readonly #share: number;
  readonly #margin: number;
  #mean?: readonly number[];
  #label?: string;

  /** @param hop seconds from one window to the next */
  constructor({ halfLife = 2, margin = 0.1 }: SmoothingOptions, hop: number) {
    requireNumber('smoothing.halfLife', halfLife, { above: 0, fix: 'It is a time in seconds.' });
    requireNumber('smoothing.margin', margin, { min: 0, max: 1 });
    this.#share = 1 - 2 ** (-hop / halfLife);
    this.#margin = margin;
  }

  /** The smoothed prediction for the next window. */
  next<T extends Prediction>(prediction: T): T {
    if (!prediction.speech) return prediction;
    const labels = Object.keys(prediction.probabilities);
    const newest = Object.values(prediction.probabilities);
    const previous = this.#mean ?? newest;
    this.#mean = newest.map((p, i) => previous[i]! + this.#share * (p - previous[i]!));
    const { label, probabilities } = classify(labels, this.#mean);
    const current = this.#label;
    if (current === undefined || probabilities[label]! > probabilities[current]! + this.#margin) {
      this.#label = label;
    }
    return { ...prediction, label: this.#label!, probabilities };
  }
}
