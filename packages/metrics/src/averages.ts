import { occurring } from './occurring.js';
import { type ClassScores, scoreClasses } from './perClass.js';
import { talliesOf } from './tally/groupTallies.js';
import type { Tallies } from './tally/tallies.js';
import type { Outcome, ZeroDivisionOptions } from './types.js';
import { weightedMean } from './weightedMean.js';

// Precision, recall and F1 in the three averages of scikit-learn. All throw `no-items`, `length-mismatch`,
// `invalid-class` and `invalid-option`, and lie in [0, 1].

/**
 * Mean precision of the classes that occur.
 *
 * @see sklearn.metrics.precision_score with `average='macro'`
 */
export function macroPrecision(outcome: Outcome, options: ZeroDivisionOptions = {}): number {
  return averageOf(talliesOf(outcome), 'macro', 'precision', options);
}

/**
 * Mean recall of the classes that occur. A class that is answered but never actual counts as `zeroDivision`;
 * `uar` leaves it out.
 *
 * @see sklearn.metrics.recall_score with `average='macro'`
 */
export function macroRecall(outcome: Outcome, options: ZeroDivisionOptions = {}): number {
  return averageOf(talliesOf(outcome), 'macro', 'recall', options);
}

/**
 * Mean F1 of the classes that occur: the mean of the F1s, not the F1 of the means.
 *
 * @see sklearn.metrics.f1_score with `average='macro'`
 *
 * @example
 * macroF1({ actual: [0, 0, 0, 1], predicted: [0, 0, 0, 0], nClasses: 2 }); // 0.42857142857142855
 */
export function macroF1(outcome: Outcome, options: ZeroDivisionOptions = {}): number {
  return averageOf(talliesOf(outcome), 'macro', 'f1', options);
}

/**
 * Mean precision, each class weighing as much as it has items.
 *
 * @see sklearn.metrics.precision_score with `average='weighted'`
 */
export function weightedPrecision(outcome: Outcome, options: ZeroDivisionOptions = {}): number {
  return averageOf(talliesOf(outcome), 'weighted', 'precision', options);
}

/**
 * Mean recall, each class weighing as much as it has items: the accuracy.
 *
 * @see sklearn.metrics.recall_score with `average='weighted'`
 */
export function weightedRecall(outcome: Outcome, options: ZeroDivisionOptions = {}): number {
  return averageOf(talliesOf(outcome), 'weighted', 'recall', options);
}

/**
 * Mean F1, each class weighing as much as it has items.
 *
 * @see sklearn.metrics.f1_score with `average='weighted'`
 */
export function weightedF1(outcome: Outcome, options: ZeroDivisionOptions = {}): number {
  return averageOf(talliesOf(outcome), 'weighted', 'f1', options);
}

/**
 * Precision of all classes' counts together. Where each item has one class and one answer, which is what an `Outcome`
 * holds, this, `microRecall` and `microF1` are all the accuracy.
 *
 * @see sklearn.metrics.precision_score with `average='micro'`
 */
export function microPrecision(outcome: Outcome): number {
  return averageOf(talliesOf(outcome), 'micro', 'precision');
}

/**
 * Recall of all classes' counts together: the accuracy.
 *
 * @see sklearn.metrics.recall_score with `average='micro'`
 */
export function microRecall(outcome: Outcome): number {
  return averageOf(talliesOf(outcome), 'micro', 'recall');
}

/**
 * F1 of all classes' counts together: the accuracy.
 *
 * @see sklearn.metrics.f1_score with `average='micro'`
 */
export function microF1(outcome: Outcome): number {
  return averageOf(talliesOf(outcome), 'micro', 'f1');
}

export function averageOf(
  { classes }: Tallies,
  average: 'macro' | 'weighted' | 'micro',
  measure: Exclude<keyof ClassScores, 'support'>,
  options: ZeroDivisionOptions = {},
): number {
  if (average === 'micro') return scoreClasses([sumOf(classes)], options)[0]![measure];
  const rows = scoreClasses(occurring(classes), options);
  return weightedMean(
    rows.map((row) => row[measure]),
    rows.map(({ support }) => (average === 'macro' ? 1 : support)),
  );
}

function sumOf(classes: Tallies['classes']) {
  const sum = { hits: 0, support: 0, answered: 0 };
  for (const { hits, support, answered } of classes) {
    sum.hits += hits;
    sum.support += support;
    sum.answered += answered;
  }
  return sum;
}
