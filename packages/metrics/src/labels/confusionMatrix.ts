import { checkLabels } from '../outcome/checkLabels.js';
import type { Outcome } from '../outcome/outcome.js';

/** Counts of shape `[nClasses, nClasses]`: `matrix[actual][predicted]`. */
export type ConfusionMatrix = readonly (readonly number[])[];

/**
 * How many items of each true class are predicted as each class.
 *
 * Row = actual, column = predicted, as in scikit-learn; some texts and tools use the other order. Classes that do not
 * occur have a row and a column of zeros.
 *
 * @returns counts of shape `[nClasses, nClasses]`
 * @throws {SerError} `length-mismatch`, `invalid-class`, `invalid-option` (`nClasses`)
 * @see https://scikit-learn.org/stable/modules/generated/sklearn.metrics.confusion_matrix.html
 *
 * @example
 * confusionMatrix({ actual: [0, 0, 1], predicted: [0, 1, 1], nClasses: 2 }); // [[1, 1], [0, 1]]
 */
export function confusionMatrix(outcome: Outcome): number[][] {
  checkLabels(outcome);
  const { actual, predicted, nClasses } = outcome;
  const counts = new Float64Array(nClasses * nClasses);
  for (let item = 0; item < actual.length; item++) counts[actual[item]! * nClasses + predicted[item]!]!++;
  return Array.from({ length: nClasses }, (_, row) => [
    ...counts.subarray(row * nClasses, (row + 1) * nClasses),
  ]);
}

/**
 * Each row divided by its sum: of the items of each true class, the share predicted as each class. The diagonal holds the
 * recalls. A row without items stays 0.
 *
 * @see sklearn.metrics.confusion_matrix with `normalize='true'`
 *
 * @example
 * normalizeRows([[3, 1], [0, 0]]); // [[0.75, 0.25], [0, 0]]
 */
export function normalizeRows(matrix: ConfusionMatrix): number[][] {
  return matrix.map((row) => {
    const total = row.reduce((sum, count) => sum + count, 0);
    return row.map((count) => shareOf(count, total));
  });
}

/**
 * Each column divided by its sum: of the items predicted as each class, the share of each true class. The diagonal holds
 * the precisions. A column without items stays 0.
 *
 * @see sklearn.metrics.confusion_matrix with `normalize='pred'`
 *
 * @example
 * normalizeColumns([[3, 0], [1, 0]]); // [[0.75, 0], [0.25, 0]]
 */
export function normalizeColumns(matrix: ConfusionMatrix): number[][] {
  const totals = matrix.map((_, column) => matrix.reduce((sum, row) => sum + row[column]!, 0));
  return matrix.map((row) => row.map((count, column) => shareOf(count, totals[column]!)));
}

function shareOf(count: number, total: number): number {
  return total === 0 ? 0 : count / total;
}
