import { MetricsError } from '../errors.js';
import { score, type Scores } from './score.js';
import type { Outcome } from '../outcome/outcome.js';

/** The two ways to summarize folds. They differ when folds are unequal or miss classes: say which one you report. */
export interface FoldScores<Values = Scores> {
  /** All items of all folds in one outcome, scored once: every item counts the same. */
  readonly pooled: Values;
  /** Each fold scored by itself, then averaged: every fold counts the same. */
  readonly mean: Values;
}

/**
 * The scores of a cross-validation, pooled and averaged.
 *
 * @param folds the outcome of each test fold, all over the same classes
 * @param scorer computes the scores: `score` by default, `scoreAll` for every metric
 * @throws {SerError} `no-items`, `length-mismatch`, `invalid-class`, `no-probabilities` when only some folds have
 * probabilities
 *
 * @example
 * const { pooled, mean } = foldScores([firstFold, secondFold]);
 * foldScores([firstFold, secondFold], scoreAll).pooled.cohenKappa;
 */
export function foldScores(folds: readonly Outcome[]): FoldScores;
export function foldScores<Values extends object>(
  folds: readonly Outcome[],
  scorer: (outcome: Outcome) => Values,
): FoldScores<Values>;
export function foldScores(
  folds: readonly Outcome[],
  scorer: (outcome: Outcome) => object = score,
): FoldScores<object> {
  return { pooled: scorer(poolOutcomes(folds)), mean: meanScores(folds.map((fold) => scorer(fold))) };
}

/**
 * All items of all folds as one outcome, fold after fold.
 *
 * @throws {SerError} `no-items` without folds; `length-mismatch` when folds differ in `nClasses`, or `actual`
 * and `predicted` of a fold in length; `no-probabilities` when only some folds have them
 */
export function poolOutcomes(folds: readonly Outcome[]): Outcome {
  checkFolds(folds);
  const probabilities = folds.flatMap((fold) => (fold.probabilities ? [fold.probabilities] : []));
  return {
    actual: folds.flatMap(({ actual }) => Array.from(actual)),
    predicted: folds.flatMap(({ predicted }) => Array.from(predicted)),
    nClasses: folds[0]!.nClasses,
    ...(probabilities.length > 0 && { probabilities: concatenate(probabilities) }),
  };
}

/** The plain mean of each value over folds; NaN for a value that one of them does not have. */
function meanScores<Values extends object>(folds: readonly Values[]): Values {
  const names = Object.keys(refuseNone(folds)[0]!) as (keyof Values & string)[];
  const mean = (name: keyof Values) =>
    folds.reduce((sum, fold) => sum + Number(fold[name]), 0) / folds.length;
  return Object.fromEntries(names.map((name) => [name, mean(name)])) as Values;
}

function checkFolds(folds: readonly Outcome[]): void {
  const { nClasses } = refuseNone(folds)[0]!;
  const other = folds.find((fold) => fold.nClasses !== nClasses);
  if (other) {
    throw new MetricsError(
      'length-mismatch',
      `Folds must have the same \`nClasses\`; got ${nClasses} and ${other.nClasses}.`,
    );
  }
  const unequal = folds.find(({ actual, predicted }) => actual.length !== predicted.length);
  if (unequal) {
    throw new MetricsError(
      'length-mismatch',
      `\`actual\` and \`predicted\` of a fold must have the same length; got ${unequal.actual.length} and ${unequal.predicted.length}.`,
    );
  }
  const nWith = folds.filter((fold) => fold.probabilities).length;
  if (nWith > 0 && nWith < folds.length) {
    throw new MetricsError(
      'no-probabilities',
      `Either all folds must have \`probabilities\`, or none; got ${nWith} of ${folds.length} with them.`,
    );
  }
}

function concatenate(parts: readonly ArrayLike<number>[]): Float64Array {
  const whole = new Float64Array(parts.reduce((sum, { length }) => sum + length, 0));
  let begin = 0;
  for (const part of parts) {
    whole.set(part, begin);
    begin += part.length;
  }
  return whole;
}

function refuseNone<T>(folds: readonly T[]): readonly T[] {
  if (folds.length === 0) throw new MetricsError('no-items', '`folds` is empty; pass at least one fold.');
  return folds;
}
