import { GroupConcordance, type PairCounts, sweepPairs } from './concordance.js';
import { type Block, PrecisionBlocks, cutBlocks, sweepPrecision } from './averagePrecision.js';
import type { RankedItems } from './rankedItems.js';

/** Time of one step over items, in steps over blocks. */
const sweepCost = 1 / 4;

/** Area under the ROC curve and average precision of one class, for any weights of the groups. */
export class ClassRanking {
  readonly #ranked: RankedItems;
  #concordance?: GroupConcordance;
  #cuts?: readonly Block[];
  #blocks?: PrecisionBlocks;

  constructor(ranked: RankedItems) {
    this.#ranked = ranked;
  }

  /** @returns NaN without items of the class, or without other items */
  rocAuc(weights: ArrayLike<number>): number {
    const { concordant, positives, negatives } = this.#countPairs(weights);
    return positives * negatives === 0 ? NaN : concordant / (positives * negatives);
  }

  /** @returns NaN without items of the class */
  averagePrecision(weights: ArrayLike<number>): number {
    return sweepPrecision(this.#ranked, weights);
  }

  /** Average precision of a resample; with many items, within 0.002. */
  resampledAveragePrecision(weights: ArrayLike<number>): number {
    const { nGroups, groups } = this.#ranked;
    this.#cuts ??= cutBlocks(this.#ranked);
    if (this.#cuts.length * nGroups > sweepCost * groups.length) return this.averagePrecision(weights);
    return (this.#blocks ??= new PrecisionBlocks(this.#ranked, this.#cuts)).averagePrecision(weights);
  }

  #countPairs(weights: ArrayLike<number>): PairCounts {
    const { nGroups, groups } = this.#ranked;
    if (nGroups ** 2 > groups.length) return sweepPairs(this.#ranked, weights);
    return (this.#concordance ??= new GroupConcordance(this.#ranked)).weighted(weights);
  }
}
