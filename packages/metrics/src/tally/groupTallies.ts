import { checkLabels } from '../outcome/checkLabels.js';
import { checkProbabilities } from '../outcome/checkProbabilities.js';
import { refuseEmpty } from '../outcome/refuseEmpty.js';
import type { Outcome } from '../outcome/outcome.js';
import { sumBins } from './calibrationBins.js';
import { sumClassCounts } from './classCounts.js';
import { ClassRanking } from './classRanking.js';
import type { GroupSums } from './groupSums.js';
import { type Grouping, oneGroup } from './grouping.js';
import { sumLosses } from './losses.js';
import { rankItems } from './rankedItems.js';
import { sumRanks } from './ranks.js';
import type { Tallies } from './tallies.js';
import { WeightedTallies } from './weightedTallies.js';

/** Bins of the registered calibration error. */
export const calibrationBins = 15;

/**
 * Reads the items once and keeps the sums of each group; then gives the tallies of any resample of groups without
 * reading the items again. Sums are computed when a metric first needs them.
 */
export class GroupTallies {
  readonly #outcome: Outcome;
  readonly #grouping: Grouping;
  #classes?: GroupSums;
  #losses?: GroupSums;
  #ranks?: GroupSums;
  #bins?: GroupSums;
  #rankings?: readonly ClassRanking[];

  /** @throws {SerError} `no-items`, `length-mismatch`, `invalid-class`, `invalid-option` */
  constructor(outcome: Outcome, grouping: Grouping) {
    checkLabels(outcome);
    refuseEmpty(outcome);
    this.#outcome = outcome;
    this.#grouping = grouping;
  }

  get classes(): GroupSums {
    return (this.#classes ??= sumClassCounts(this.#outcome, this.#grouping));
  }

  get losses(): GroupSums {
    return (this.#losses ??= sumLosses(this.#outcome, this.#grouping));
  }

  get ranks(): GroupSums {
    return (this.#ranks ??= sumRanks(this.#outcome, this.#grouping));
  }

  get bins(): GroupSums {
    return (this.#bins ??= sumBins(this.#outcome, this.#grouping, calibrationBins));
  }

  /** In the order of the labels. */
  get rankings(): readonly ClassRanking[] {
    return (this.#rankings ??= this.#rankClasses());
  }

  /** Tallies of all items, each counted once. */
  whole(): Tallies {
    const weights = new Float64Array(this.#grouping.names.length).fill(1);
    return new WeightedTallies(this, weights, { isResample: false });
  }

  /**
   * Tallies of a resample; with many items, average precision is within 0.002.
   *
   * @param weights how often each group was drawn; at least one must be above 0
   */
  resampled(weights: ArrayLike<number>): Tallies {
    return new WeightedTallies(this, weights, { isResample: true });
  }

  #rankClasses(): readonly ClassRanking[] {
    const [outcome, grouping] = [this.#outcome, this.#grouping];
    const probabilities = checkProbabilities(outcome);
    return Array.from(
      { length: outcome.nClasses },
      (_, label) => new ClassRanking(rankItems(outcome, probabilities, grouping, label)),
    );
  }
}

/** The tallies of all items, each counted once. */
export function talliesOf(outcome: Outcome): Tallies {
  return new GroupTallies(outcome, oneGroup(outcome.actual.length)).whole();
}
