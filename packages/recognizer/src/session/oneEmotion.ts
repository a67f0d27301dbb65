import type { ClassProfile } from '../scores/classProfile.js';
import { softmax } from '../scores/scores.js';

/** Exponent of the probabilities that all clips belong to a class. */
const sharpness = 3;
/** Width of the transition between one emotion and several, relative to the limit. */
const width = 0.1;

export interface OneEmotionSettings {
  /** How many clips the prior, an offset of 0, counts as much as if all have one emotion; above 0. @default 5 */
  readonly cautiousPriorClips?: number | undefined;
  /**
   * Variance of the clips' scores, per label and relative to the variance of the profile, below which the clips probably
   * have one emotion; at least 0, which stands for never. @default 0.12
   */
  readonly oneEmotionBelow?: number | undefined;
}

/** Scores of the clips of a session, for the case that all have one emotion. */
export class OneEmotion {
  readonly #profile: ClassProfile;
  readonly #priorClips: number;
  /** Variance below which the clips probably have one emotion. */
  readonly #limit: number;
  #nClips = 0;
  #weight = 0;
  #squares = 0;
  /** Weighted sum of the scores. */
  readonly #sums: Float64Array;
  /** The same of the clips whose class is not known. */
  readonly #unknownSums: Float64Array;
  #unknownWeight = 0;
  /** Weighted sum of the profiles of the known classes. */
  readonly #known: Float64Array;

  constructor(
    profile: ClassProfile,
    { cautiousPriorClips = 5, oneEmotionBelow = 0.12 }: OneEmotionSettings = {},
  ) {
    this.#profile = profile;
    this.#priorClips = cautiousPriorClips;
    // The sum over the classes is their mean, the variance, times the number of labels.
    this.#limit = oneEmotionBelow * profile.reduce((sum, row) => sum + squareOf(row), 0);
    this.#sums = new Float64Array(profile.length);
    this.#unknownSums = new Float64Array(profile.length);
    this.#known = new Float64Array(profile.length);
  }

  /** @param actual index of the class, if it is known */
  add(scores: readonly number[], weight: number, actual?: number): void {
    this.#nClips++;
    this.#weight += weight;
    this.#squares += weight * squareOf(scores);
    scores.forEach((score, i) => (this.#sums[i]! += weight * score));
    if (actual === undefined) {
      this.#unknownWeight += weight;
      scores.forEach((score, i) => (this.#unknownSums[i]! += weight * score));
    } else this.#profile[actual]!.forEach((mean, i) => (this.#known[i]! += weight * mean));
  }

  /** The probability, from 0 to 1, that the clips have several emotions: their scores vary more than those of one. */
  get shareOfSeveral(): number {
    if (this.#limit === 0) return 1;
    if (this.#nClips < 2) return 0;
    const middle = Array.from(this.#sums, (sum) => sum / this.#weight);
    const population = this.#squares / this.#weight - squareOf(middle);
    const variance = (population * this.#nClips) / (this.#nClips - 1);
    return 1 / (1 + Math.exp((1 - variance / this.#limit) / width));
  }

  /**
   * The offset if all clips whose class is not known have the same emotion: `sum(w (s - sum_c q_c m_c)) / (sum(w) + 5)`
   * with `q = softmax(3 sqrt(sum(w)) mean(s))`.
   */
  get offset(): readonly number[] {
    const n = this.#unknownWeight;
    const shares = softmax(Array.from(this.#unknownSums, (sum) => (sharpness * sum) / Math.sqrt(n || 1)));
    return Array.from(this.#sums, (sum, i) => {
      const emotion = shares.reduce((mean, share, c) => mean + share * this.#profile[c]![i]!, 0);
      return (sum - this.#known[i]! - n * emotion) / (this.#weight + this.#priorClips);
    });
  }
}

function squareOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value * value, 0);
}
