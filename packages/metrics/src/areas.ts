import { talliesOf } from './tally/groupTallies.js';
import type { Tallies } from './tally/tallies.js';
import type { Outcome } from './types.js';
import { weightedMean } from './weightedMean.js';

// How well the probabilities of a class order the items, each class against the rest. All throw `no-items`,
// `length-mismatch`, `invalid-class`, `no-probabilities` and `invalid-probability`, and lie in [0, 1].

/** How well the probabilities of one class set its items apart from the rest. */
export interface ClassAreas {
  /**
   * Area under the ROC curve: how often an item of the class is given a higher probability of it than one of the rest;
   * 0.5 by chance. NaN for a class that no item, or every item, is of.
   */
  readonly rocAuc: number;
  /**
   * Area under the steps of the precision-recall curve; by chance, the share of the class. NaN for a class that no item
   * is of (scikit-learn says 0, with a warning).
   */
  readonly averagePrecision: number;
  /** How many items of this class there are. */
  readonly support: number;
}

/**
 * ROC-AUC and average precision of every class against the rest, in the order of the labels.
 *
 * @see sklearn.metrics.roc_auc_score, sklearn.metrics.average_precision_score with `average=None`
 */
export function perClassAreas(outcome: Outcome): ClassAreas[] {
  const { classes, rocAuc, averagePrecision } = talliesOf(outcome);
  return classes.map(({ support }, label) => ({
    rocAuc: rocAuc[label]!,
    averagePrecision: averagePrecision[label]!,
    support,
  }));
}

/**
 * Mean ROC-AUC of the classes that have one.
 *
 * @returns NaN when all items are of one class
 * @see sklearn.metrics.roc_auc_score with `multi_class='ovr'`, `average='macro'`
 */
export function macroRocAuc(outcome: Outcome): number {
  return rocAucOf(talliesOf(outcome), 'macro');
}

/**
 * Mean ROC-AUC, each class weighing as much as it has items.
 *
 * @returns NaN when all items are of one class
 * @see sklearn.metrics.roc_auc_score with `multi_class='ovr'`, `average='weighted'`
 */
export function weightedRocAuc(outcome: Outcome): number {
  return rocAucOf(talliesOf(outcome), 'weighted');
}

/**
 * Mean average precision of the classes that occur in `actual`.
 *
 * @see sklearn.metrics.average_precision_score with `average='macro'`
 */
export function macroAveragePrecision(outcome: Outcome): number {
  return averagePrecisionOf(talliesOf(outcome), 'macro');
}

/**
 * Mean average precision, each class weighing as much as it has items.
 *
 * @see sklearn.metrics.average_precision_score with `average='weighted'`
 */
export function weightedAveragePrecision(outcome: Outcome): number {
  return averagePrecisionOf(talliesOf(outcome), 'weighted');
}

export function rocAucOf(tallies: Tallies, average: 'macro' | 'weighted'): number {
  return averageOver(tallies, tallies.rocAuc, average);
}

export function averagePrecisionOf(tallies: Tallies, average: 'macro' | 'weighted'): number {
  return averageOver(tallies, tallies.averagePrecision, average);
}

function averageOver({ classes }: Tallies, values: readonly number[], average: 'macro' | 'weighted'): number {
  return weightedMean(
    values,
    classes.map(({ support }) => (average === 'macro' ? 1 : support)),
  );
}
