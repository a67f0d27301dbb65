import { confusionMatrix } from './confusionMatrix.js';
import type { Outcome } from './types.js';

/** The three counts that precision, recall and F1 of a class are made of. */
export interface ClassCounts {
  /** Items of this class that were answered so (true positives). */
  readonly hits: number;
  /** Items of this class. */
  readonly support: number;
  /** Items answered as this class. */
  readonly answered: number;
}

/** The counts of every class, in the order of the labels. */
export function classCounts(outcome: Outcome): ClassCounts[] {
  const matrix = confusionMatrix(outcome);
  return matrix.map((row, label) => ({
    hits: row[label]!,
    support: row.reduce((sum, count) => sum + count, 0),
    answered: matrix.reduce((sum, other) => sum + other[label]!, 0),
  }));
}
