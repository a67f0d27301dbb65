import type { ClassProfile } from '../scores/classProfile.js';
import { logScores, softmax } from '../scores/scores.js';
import { OneEmotion, type OneEmotionSettings } from './oneEmotion.js';

/** Without a class profile, the prior, an offset of 0, counts as much as this many clips. */
const priorOfMean = 2;
/** Exponent of the probabilities that a clip belongs to a class; above 1, likely classes count more. */
const sharpness = 1.5;
const iterations = 8;
/** Clips that are kept; the share of older ones in the offset is final, so that memory does not grow. */
const keptClips = 64;

/** Settings of the rule with a class profile. Those of sessions are the defaults; others are for comparisons. */
export interface OffsetSettings extends OneEmotionSettings {
  /** How many clips the prior, an offset of 0, counts as much as; above 0. @default 1 */
  readonly priorClips?: number | undefined;
}

interface KeptClip {
  readonly scores: readonly number[];
  readonly weight: number;
  /** Index of the class, if it is known. */
  readonly actual: number | undefined;
}

/**
 * The offset of a speaker's scores, estimated from unlabeled clips. A score is a log-probability; a constant added to
 * the scores of all labels makes no difference.
 *
 * Most of the error on a new voice or microphone is an offset of the scores that all its clips share. With `w` the weights
 * of the clips and `s` their scores, it is `b = sum(w (s - sum_c r_c m_c)) / (sum(w) + 1)`, where `m_c` is the profile of
 * class c and `r = softmax(1.5 (s - b))` estimates the class of the clip. The equation is solved by iteration, beginning
 * with 0. The 1 makes few clips count less, because they estimate the offset only roughly.
 *
 * If the scores of the clips hardly vary, the clips probably have one emotion, and nothing tells an offset from that
 * emotion. Then the offset is estimated for all clips together, and more cautiously (see `OneEmotion`). The offset is the
 * mean of both, weighted by how likely each case is.
 *
 * Without a profile, `m` is 0 and the offset is `sum(w s) / (sum(w) + 2)`; in a session that mostly has one emotion, that
 * subtracts the emotion too.
 *
 * @see Expectation maximization with a prior of the offset as in maximum a posteriori adaptation: Gauvain and Lee,
 *   "Maximum a posteriori estimation for multivariate Gaussian mixture observations of Markov chains", 1994,
 *   https://doi.org/10.1109/89.279278
 */
export class SpeakerOffset {
  readonly #profile: ClassProfile | undefined;
  readonly #nLabels: number;
  readonly #priorClips: number;
  readonly #oneEmotion: OneEmotion | undefined;
  #kept: KeptClip[] = [];
  /** Weighted residuals of the clips that are not kept. */
  readonly #older: Float64Array;
  #weight = 0;
  #offset: readonly number[];

  /** @param profile of the model; without it, the mean score is the offset */
  constructor(nLabels: number, profile?: ClassProfile, { priorClips = 1, ...settings }: OffsetSettings = {}) {
    this.#nLabels = nLabels;
    this.#profile = profile;
    this.#oneEmotion = profile && new OneEmotion(profile, settings);
    this.#priorClips = profile ? priorClips : priorOfMean;
    this.#older = new Float64Array(nLabels);
    this.#offset = Array<number>(nLabels).fill(0);
  }

  /** Sum of the weights of the clips added. */
  get weight(): number {
    return this.#weight;
  }

  /** The offset of each label's score. */
  get values(): readonly number[] {
    return this.#offset;
  }

  /**
   * @param probabilities of the model, without adaptation
   * @param weight of the clip, above 0
   * @param actual index of the class, if it is known
   */
  add(probabilities: readonly number[], weight: number, actual?: number): void {
    const scores = logScores(probabilities);
    this.#kept.push({ scores, weight, actual });
    this.#oneEmotion?.add(scores, weight, actual);
    this.#weight += weight;
    const offset = this.#solve();
    if (this.#kept.length > keptClips) this.#addResidual(this.#older, this.#kept.shift()!, offset);
    this.#offset = this.#oneEmotion ? meanOfCases(offset, this.#oneEmotion) : offset;
  }

  /** The probabilities without the offset. */
  center(probabilities: readonly number[]): number[] {
    return softmax(logScores(probabilities).map((score, i) => score - this.#offset[i]!));
  }

  #solve(): readonly number[] {
    let offset: readonly number[] = Array<number>(this.#nLabels).fill(0);
    for (let i = 0; i < (this.#profile ? iterations : 1); i++) {
      const sums = this.#older.slice();
      for (const clip of this.#kept) this.#addResidual(sums, clip, offset);
      offset = Array.from(sums, (sum) => sum / (this.#weight + this.#priorClips));
    }
    return offset;
  }

  /** Adds the weighted difference of a clip's scores and the profile of its estimated class. */
  #addResidual(sums: Float64Array, { scores, weight, actual }: KeptClip, offset: readonly number[]): void {
    const profile = this.#profile;
    scores.forEach((score, i) => (sums[i]! += weight * score));
    if (!profile) return;
    const shares =
      actual === undefined
        ? softmax(scores.map((score, i) => sharpness * (score - offset[i]!)))
        : scores.map((_, i) => Number(i === actual));
    shares.forEach((share, c) => profile[c]!.forEach((mean, i) => (sums[i]! -= weight * share * mean)));
  }
}

function meanOfCases(several: readonly number[], { shareOfSeveral, offset }: OneEmotion): readonly number[] {
  return several.map((value, i) => shareOfSeveral * value + (1 - shareOfSeveral) * offset[i]!);
}
