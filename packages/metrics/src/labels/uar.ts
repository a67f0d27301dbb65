import type { Outcome } from '../outcome/outcome.js';
import { talliesOf } from '../tally/groupTallies.js';
import type { Tallies } from '../tally/tallies.js';

/**
 * Unweighted average recall, also called balanced accuracy: the mean recall of the classes; each class counts the
 * same, for any number of items; in `[0, 1]`. The main metric of speech emotion recognition.
 *
 * Classes absent from `actual` have no recall and are left out, as in scikit-learn; an item predicted as such a class
 * still lowers the recall of its true class. (Macro `recall` counts such a class as 0.)
 *
 * @throws {SerError} `no-items`, `length-mismatch`, `invalid-class`
 * @see sklearn.metrics.balanced_accuracy_score,
 * https://scikit-learn.org/stable/modules/generated/sklearn.metrics.balanced_accuracy_score.html
 *
 * @example
 * uar({ actual: [0, 0, 0, 1], predicted: [0, 0, 0, 0], nClasses: 2 }); // 0.5, the chance level
 */
export function uar(outcome: Outcome): number {
  return uarOf(talliesOf(outcome));
}

export function uarOf({ classes }: Tallies): number {
  const present = classes.filter(({ support }) => support > 0);
  return present.reduce((sum, { hits, support }) => sum + hits / support, 0) / present.length;
}
