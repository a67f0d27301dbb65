import { occurring } from './occurring.js';
import { type ClassCounts, classCounts } from './tally/classCounts.js';
import { talliesOf } from './tally/groupTallies.js';
import type { Tallies } from './tally/tallies.js';
import type { Outcome, ZeroDivisionOptions } from './types.js';
import { weightedMean } from './weightedMean.js';
import { ratioWith } from './zeroDivision.js';

/**
 * Of the items that are not of a class, the share that was not answered as it (true negative rate), of every class in
 * the order of the labels; `[0, 1]`. With many classes it is high for any answers: 1 - 1 / nClasses by guessing.
 *
 * @returns `nClasses` numbers; `zeroDivision` for a class that every item is of
 * @throws {SerError} `length-mismatch`, `invalid-class`, `invalid-option`
 * @see sklearn.metrics.recall_score of the items that are not of the class
 *
 * @example
 * specificity({ actual: [0, 0, 1], predicted: [0, 1, 1], nClasses: 2 }); // [1, 0.5]
 */
export function specificity(outcome: Outcome, options: ZeroDivisionOptions = {}): number[] {
  return specificities(classCounts(outcome), outcome.actual.length, options);
}

/**
 * Mean specificity of the classes that occur, in `[0, 1]`.
 *
 * @throws {SerError} `no-items`, `length-mismatch`, `invalid-class`, `invalid-option`
 */
export function macroSpecificity(outcome: Outcome, options: ZeroDivisionOptions = {}): number {
  return macroSpecificityOf(talliesOf(outcome), options);
}

export function macroSpecificityOf({ classes, nItems }: Tallies, options: ZeroDivisionOptions = {}): number {
  const values = specificities(occurring(classes), nItems, options);
  return weightedMean(
    values,
    values.map(() => 1),
  );
}

function specificities(
  classes: readonly ClassCounts[],
  nItems: number,
  options: ZeroDivisionOptions,
): number[] {
  const ratio = ratioWith(options);
  return classes.map(({ hits, support, answered }) => {
    const others = nItems - support;
    return ratio(others - (answered - hits), others);
  });
}
