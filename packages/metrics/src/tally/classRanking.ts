import { GroupConcordance, type PairCounts, sweepPairs } from './concordance.js';
import { type Block, PrecisionBlocks, cutBlocks, sweepPrecision } from './averagePrecision.js';
import type { RankedItems } from './rankedItems.js';

/** A step of the sweep over items takes about this many of those over blocks. */
const SWEEP_COST = 1 / 4;

/** What area under the ROC curve and average precision of one class are made of, weighed by group as often as wanted. */
export class ClassRanking {
  readonly #ranked: RankedItems;
  #concordance?: GroupConcordance;
  #cuts?: readonly Block[];
  #blocks?: PrecisionBlocks;

  constructor(ranked: RankedItems) {
    this.#ranked = ranked;
  }

  /** NaN without items of the class, or without others. */
  rocAuc(weights: ArrayLike<number>): number {
    const { concordant, positives, negatives } = this.#countPairs(weights);
    return positives * negatives === 0 ? NaN : concordant / (positives * negatives);
  }

  /** NaN without items of the class. */
  averagePrecision(weights: ArrayLike<number>): number {
    return sweepPrecision(this.#ranked, weights);
  }

  /** The same for a resample, where there are many items within 0.002. */
  resampledAveragePrecision(weights: ArrayLike<number>): number {
    const { nGroups, groups } = this.#ranked;
    this.#cuts ??= cutBlocks(this.#ranked);
    if (this.#cuts.length * nGroups > SWEEP_COST * groups.length) return this.averagePrecision(weights);
    return (this.#blocks ??= new PrecisionBlocks(this.#ranked, this.#cuts)).averagePrecision(weights);
  }

  #countPairs(weights: ArrayLike<number>): PairCounts {
    const { nGroups, groups } = this.#ranked;
    if (nGroups ** 2 > groups.length) return sweepPairs(this.#ranked, weights);
    return (this.#concordance ??= new GroupConcordance(this.#ranked)).weigh(weights);
  }
}
