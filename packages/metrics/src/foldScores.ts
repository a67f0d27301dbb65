import { MetricsError } from './errors.js';
import { score, scoresFrom, type Scores } from './score.js';
import type { Outcome } from './types.js';

/** The two ways to sum up folds. They differ when folds are unequal or miss classes: say which one is quoted. */
export interface FoldScores {
  /** All items of all folds in one outcome, scored once: every item weighs the same. */
  readonly pooled: Scores;
  /** Each fold scored by itself, then averaged: every fold weighs the same. */
  readonly mean: Scores;
}

/**
 * The scores of a cross-validation, pooled and averaged, both named.
 *
 * @param folds the outcome of each test fold, all over the same classes
 * @throws {MetricsError} `no-items`, `length-mismatch`, `invalid-class`
 *
 * @example
 * const { pooled, mean } = foldScores([firstFold, secondFold]);
 */
export function foldScores(folds: readonly Outcome[]): FoldScores {
  return { pooled: score(poolOutcomes(folds)), mean: meanScores(folds.map(score)) };
}

/**
 * All items of all folds as one outcome, fold after fold.
 *
 * @throws {MetricsError} `no-items` without folds; `length-mismatch` when folds differ in `nClasses` or one
 * does not answer each of its items
 */
export function poolOutcomes(folds: readonly Outcome[]): Outcome {
  const nClasses = refuseNone(folds)[0]!.nClasses;
  const other = folds.find((fold) => fold.nClasses !== nClasses);
  if (other) {
    throw new MetricsError(
      'length-mismatch',
      `Folds must share one list of labels, got \`nClasses\` ${nClasses} and ${other.nClasses}.`,
    );
  }
  const unequal = folds.find(({ actual, predicted }) => actual.length !== predicted.length);
  if (unequal) {
    throw new MetricsError(
      'length-mismatch',
      `\`actual\` and \`predicted\` of a fold must name the same items, got ${unequal.actual.length} and ${unequal.predicted.length}.`,
    );
  }
  return {
    actual: folds.flatMap(({ actual }) => Array.from(actual)),
    predicted: folds.flatMap(({ predicted }) => Array.from(predicted)),
    nClasses,
  };
}

/**
 * The plain mean of each figure over folds.
 *
 * @throws {MetricsError} `no-items` without folds
 */
export function meanScores(folds: readonly Scores[]): Scores {
  refuseNone(folds);
  return scoresFrom((name) => folds.reduce((sum, fold) => sum + fold[name], 0) / folds.length);
}

function refuseNone<T>(folds: readonly T[]): readonly T[] {
  if (folds.length === 0) throw new MetricsError('no-items', 'Expected at least one fold, got none.');
  return folds;
}
