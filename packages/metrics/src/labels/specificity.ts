import { type Average, requireAverage, weightedMean } from '../averages/average.js';
import { occurring } from '../averages/occurring.js';
import { ratioWith, type ZeroDivisionOptions } from '../averages/ratioWith.js';
import type { Outcome } from '../outcome/outcome.js';
import type { ClassCounts } from '../tally/classCounts.js';
import { talliesOf } from '../tally/groupTallies.js';
import type { Tallies } from '../tally/tallies.js';
import type { LabelAverageOptions } from './precisionRecallF1.js';

/**
 * Specificity, or true negative rate: of the items of other classes, the share not predicted as a class; in `[0, 1]`.
 * With many classes it is high for any model: 1 - 1 / nClasses by guessing.
 *
 * @throws {SerError} `no-items`, `length-mismatch`, `invalid-class`, `invalid-option`
 * @see sklearn.metrics.recall_score of the items that are not of the class; scikit-learn has no specificity
 *
 * @example
 * specificity({ actual: [0, 0, 1], predicted: [0, 1, 1], nClasses: 2 }, { average: null }); // [1, 0.5]
 */
export function specificity(
  outcome: Outcome,
  options: LabelAverageOptions & { readonly average: null },
): number[];
export function specificity(
  outcome: Outcome,
  options?: LabelAverageOptions & { readonly average?: Average },
): number;
export function specificity(
  outcome: Outcome,
  { average = 'macro', ...options }: LabelAverageOptions = {},
): number | number[] {
  requireAverage(average, ['macro', 'weighted', 'micro']);
  const tallies = talliesOf(outcome);
  if (average !== null) return specificityOf(tallies, average, options);
  const ratio = ratioWith(options);
  return tallies.classes.map((counts) => ratio(...negativesOf(counts, tallies.nItems)));
}

export function specificityOf(
  { classes, nItems }: Tallies,
  average: Average,
  options: ZeroDivisionOptions = {},
): number {
  const ratio = ratioWith(options);
  const counted = occurring(classes);
  const negatives = counted.map((counts) => negativesOf(counts, nItems));
  if (average === 'micro') {
    return ratio(
      negatives.reduce((sum, [right]) => sum + right, 0),
      negatives.reduce((sum, [, all]) => sum + all, 0),
    );
  }
  return weightedMean(
    negatives.map(([right, all]) => ratio(right, all)),
    counted.map(({ support }) => (average === 'macro' ? 1 : support)),
  );
}

/** How many items of other classes are not predicted as the class, and how many there are. */
function negativesOf({ hits, support, predicted }: ClassCounts, nItems: number): readonly [number, number] {
  const others = nItems - support;
  return [others - (predicted - hits), others];
}
