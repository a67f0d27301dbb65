import { MetricsError } from './errors.js';
import type { ConfusionMatrix, Outcome } from './types.js';

/**
 * How often each actual class was answered as each class.
 *
 * Row = actual, column = predicted, as in scikit-learn; some texts and tools use the other order. Classes
 * that do not occur have a row and a column of zeros.
 *
 * @returns counts of shape `[nClasses, nClasses]`
 * @throws {MetricsError} `length-mismatch`, `invalid-class`, `invalid-option` (`nClasses`)
 * @see https://scikit-learn.org/stable/modules/generated/sklearn.metrics.confusion_matrix.html
 *
 * @example
 * confusionMatrix({ actual: [0, 0, 1], predicted: [0, 1, 1], nClasses: 2 }); // [[1, 1], [0, 1]]
 */
export function confusionMatrix(outcome: Outcome): number[][] {
  const { actual, predicted, nClasses } = checkShape(outcome);
  const counts = new Float64Array(nClasses * nClasses);
  for (let item = 0; item < actual.length; item++) {
    const row = actual[item]!;
    const column = predicted[item]!;
    if (!isClass(row, nClasses)) throw invalidClass('actual', row, item, nClasses);
    if (!isClass(column, nClasses)) throw invalidClass('predicted', column, item, nClasses);
    counts[row * nClasses + column]!++;
  }
  return Array.from({ length: nClasses }, (_, row) => [
    ...counts.subarray(row * nClasses, (row + 1) * nClasses),
  ]);
}

/**
 * Each row divided by its sum: of the items of an actual class, the share answered as each class. The
 * diagonal holds the recalls. A row without items stays 0.
 *
 * @example
 * normalizeRows([[3, 1], [0, 0]]); // [[0.75, 0.25], [0, 0]]
 */
export function normalizeRows(matrix: ConfusionMatrix): number[][] {
  return matrix.map((row) => {
    const total = row.reduce((sum, count) => sum + count, 0);
    return row.map((count) => (total === 0 ? 0 : count / total));
  });
}

function checkShape(outcome: Outcome): Outcome {
  const { actual, predicted, nClasses } = outcome;
  if (!Number.isInteger(nClasses) || nClasses < 1) {
    throw new MetricsError(
      'invalid-option',
      `\`nClasses\` must be a whole number >= 1, got \`${nClasses}\`.`,
    );
  }
  if (actual.length !== predicted.length) {
    throw new MetricsError(
      'length-mismatch',
      `\`actual\` and \`predicted\` must name the same items, got ${actual.length} and ${predicted.length}.`,
    );
  }
  return outcome;
}

function isClass(value: number, nClasses: number): boolean {
  return value >>> 0 === value && value < nClasses;
}

function invalidClass(side: string, value: number, item: number, nClasses: number): MetricsError {
  return new MetricsError(
    'invalid-class',
    `\`${side}[${item}]\` must be a class index 0 … ${nClasses - 1}, got \`${value}\`. Pass indices into the labels, not labels.`,
  );
}
