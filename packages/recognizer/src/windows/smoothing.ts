import { RecognizerError } from '../errors.js';
import { beliefOf, type Prediction } from '../prediction.js';

/** How the answers of a stream are steadied. */
export interface SmoothingOptions {
  /**
   * After this time half of what was believed is forgotten, in seconds of speech, > 0.
   *
   * @default 2
   */
  readonly halfLife?: number;
  /**
   * Hysteresis: by how much the probability of another label must exceed that of the present one before it takes its
   * place, in [0, 1].
   *
   * @default 0.1
   */
  readonly margin?: number;
}

/**
 * Steadies the answers of successive windows: an exponential mean of the probabilities, and a label that changes only
 * when another is clearly likelier. Windows without speech pass through and change nothing.
 *
 * With `a = 1 - 2^(-hop / halfLife)`, the mean moves by `a` times the difference to each new answer.
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
    if (!(halfLife > 0)) refuse('halfLife', 'seconds > 0', halfLife);
    if (!(margin >= 0 && margin <= 1)) refuse('margin', 'in [0, 1]', margin);
    this.#share = 1 - 2 ** (-hop / halfLife);
    this.#margin = margin;
  }

  /** The answer for the next window, steadied. */
  next<T extends Prediction>(prediction: T): T {
    if (!prediction.speech) return prediction;
    const labels = Object.keys(prediction.probabilities);
    const current = Object.values(prediction.probabilities);
    const before = this.#mean ?? current;
    this.#mean = current.map((p, i) => before[i]! + this.#share * (p - before[i]!));
    const belief = beliefOf(labels, this.#mean);
    const { probabilities } = belief;
    const present = this.#label;
    if (present === undefined || probabilities[belief.label]! > probabilities[present]! + this.#margin) {
      this.#label = belief.label;
    }
    return { ...prediction, label: this.#label!, probabilities };
  }
}

function refuse(name: string, requirement: string, value: number): never {
  throw new RecognizerError(
    'invalid-option',
    `\`smoothing.${name}\` must be ${requirement}, got \`${value}\`.`,
  );
}
