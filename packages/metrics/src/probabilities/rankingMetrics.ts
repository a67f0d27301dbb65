import { type Average, requireAverage, weightedMean } from '../averages/average.js';
import type { Outcome } from '../outcome/outcome.js';
import { talliesOf } from '../tally/groupTallies.js';
import type { Tallies } from '../tally/tallies.js';

/** Options of `rocAuc` and `averagePrecision`. */
export interface RankingAverageOptions {
  /**
   * How the values of the classes, each against the rest, become one: their plain mean (`macro`) or their mean weighted
   * by the number of items of each class (`weighted`). `null` gives one value for each class, in the order of the
   * labels, as scikit-learn's `None`.
   *
   * @default 'macro'
   */
  readonly average?: RankingAverage | null;
}

export type RankingAverage = Exclude<Average, 'micro'>;

/**
 * Area under the ROC curve, each class against the rest: how often an item of the class has a higher probability of it
 * than an item of another class; in `[0, 1]`, 0.5 by chance.
 *
 * A class without items, or of all items, has NaN, and averages leave it out.
 *
 * @returns NaN for an average where all items are of one class
 * @throws {SerError} `no-items`, `length-mismatch`, `invalid-class`, `no-probabilities`, `invalid-probability`,
 * `invalid-option`
 * @see sklearn.metrics.roc_auc_score with `multi_class='ovr'`
 *
 * @example
 * rocAuc({ actual: [0, 1], predicted: [0, 1], nClasses: 2, probabilities: [0.8, 0.2, 0.3, 0.7] }); // 1
 */
export function rocAuc(
  outcome: Outcome,
  options: RankingAverageOptions & { readonly average: null },
): number[];
export function rocAuc(outcome: Outcome, options?: { readonly average?: RankingAverage }): number;
export function rocAuc(
  outcome: Outcome,
  { average = 'macro' }: RankingAverageOptions = {},
): number | number[] {
  requireAverage(average, ['macro', 'weighted']);
  const tallies = talliesOf(outcome);
  return average === null ? [...tallies.rocAuc] : rocAucOf(tallies, average);
}

/**
 * Average precision, each class against the rest: the area under the steps of the precision-recall curve; in `[0, 1]`, by
 * chance the share of the class.
 *
 * A class without items has NaN (scikit-learn: 0, with a warning), and averages leave it out.
 *
 * @throws {SerError} `no-items`, `length-mismatch`, `invalid-class`, `no-probabilities`, `invalid-probability`,
 * `invalid-option`
 * @see sklearn.metrics.average_precision_score
 *
 * @example
 * averagePrecision({ actual: [0, 1], predicted: [0, 1], nClasses: 2, probabilities: [0.8, 0.2, 0.3, 0.7] }); // 1
 */
export function averagePrecision(
  outcome: Outcome,
  options: RankingAverageOptions & { readonly average: null },
): number[];
export function averagePrecision(outcome: Outcome, options?: { readonly average?: RankingAverage }): number;
export function averagePrecision(
  outcome: Outcome,
  { average = 'macro' }: RankingAverageOptions = {},
): number | number[] {
  requireAverage(average, ['macro', 'weighted']);
  const tallies = talliesOf(outcome);
  return average === null ? [...tallies.averagePrecision] : averagePrecisionOf(tallies, average);
}

export function rocAucOf(tallies: Tallies, average: RankingAverage): number {
  return averageOver(tallies, tallies.rocAuc, average);
}

export function averagePrecisionOf(tallies: Tallies, average: RankingAverage): number {
  return averageOver(tallies, tallies.averagePrecision, average);
}

function averageOver({ classes }: Tallies, values: readonly number[], average: RankingAverage): number {
  return weightedMean(
    values,
    classes.map(({ support }) => (average === 'macro' ? 1 : support)),
  );
}
