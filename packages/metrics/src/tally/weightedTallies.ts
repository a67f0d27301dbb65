import { type BinCounts, weightedBins } from './calibrationBins.js';
import { type ClassCounts, weightedClassCounts } from './classCounts.js';
import { weightedSum } from './groupSums.js';
import type { GroupTallies } from './groupTallies.js';
import type { Tallies } from './tallies.js';

export interface WeightedTalliesOptions {
  /** Whether average precision may be approximated where that saves reading the items. */
  readonly isResample: boolean;
}

/** The tallies of all groups, each counted as often as its weight; each field is computed when first read. */
export class WeightedTallies implements Tallies {
  readonly #groups: GroupTallies;
  readonly #weights: ArrayLike<number>;
  readonly #isResample: boolean;
  #classes?: readonly ClassCounts[];
  #losses?: Float64Array;
  #ranks?: Float64Array;
  #bins?: readonly BinCounts[];
  #rocAuc?: readonly number[];
  #averagePrecision?: readonly number[];

  constructor(groups: GroupTallies, weights: ArrayLike<number>, { isResample }: WeightedTalliesOptions) {
    this.#groups = groups;
    this.#weights = weights;
    this.#isResample = isResample;
  }

  get nItems(): number {
    let sum = 0;
    for (const { support } of this.classes) sum += support;
    return sum;
  }

  get classes(): readonly ClassCounts[] {
    return (this.#classes ??= weightedClassCounts(this.#groups.classes, this.#weights));
  }

  get logLoss(): number {
    return this.#sumLosses()[0]!;
  }

  get squaredError(): number {
    return this.#sumLosses()[1]!;
  }

  get ranks(): ArrayLike<number> {
    return (this.#ranks ??= weightedSum(this.#groups.ranks, this.#weights));
  }

  get bins(): readonly BinCounts[] {
    return (this.#bins ??= weightedBins(this.#groups.bins, this.#weights));
  }

  get rocAuc(): readonly number[] {
    return (this.#rocAuc ??= this.#groups.rankings.map((ranking) => ranking.rocAuc(this.#weights)));
  }

  get averagePrecision(): readonly number[] {
    return (this.#averagePrecision ??= this.#groups.rankings.map((ranking) =>
      this.#isResample
        ? ranking.resampledAveragePrecision(this.#weights)
        : ranking.averagePrecision(this.#weights),
    ));
  }

  #sumLosses(): Float64Array {
    return (this.#losses ??= weightedSum(this.#groups.losses, this.#weights));
  }
}
