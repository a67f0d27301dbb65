import { talliesOf } from './tally/groupTallies.js';
import type { Tallies } from './tally/tallies.js';
import type { Outcome } from './types.js';

/**
 * Unweighted average recall, also called balanced accuracy: the mean of the recalls, each class weighing
 * the same however many items it has; in `[0, 1]`. The leading figure of speech emotion recognition.
 *
 * Classes absent from `actual` have no recall and are left out, as scikit-learn does; an answer of such a
 * class still counts as a miss of the actual one. (`macroRecall` counts such a class as 0.)
 *
 * @throws {SerError} `no-items`, `length-mismatch`, `invalid-class`
 * @see sklearn.metrics.balanced_accuracy_score,
 * https://scikit-learn.org/stable/modules/generated/sklearn.metrics.balanced_accuracy_score.html
 *
 * @example
 * uar({ actual: [0, 0, 0, 1], predicted: [0, 0, 0, 0], nClasses: 2 }); // 0.5: no better than chance
 */
export function uar(outcome: Outcome): number {
  return uarOf(talliesOf(outcome));
}

export function uarOf({ classes }: Tallies): number {
  const present = classes.filter(({ support }) => support > 0);
  return present.reduce((sum, { hits, support }) => sum + hits / support, 0) / present.length;
}
