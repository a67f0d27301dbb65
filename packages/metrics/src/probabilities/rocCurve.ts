import { checkLabels } from '../outcome/checkLabels.js';
import { checkProbabilities } from '../outcome/checkProbabilities.js';
import { MetricsError } from '../errors.js';
import { refuseEmpty } from '../outcome/refuseEmpty.js';
import { sortedItems } from '../tally/sortedItems.js';
import type { Outcome } from '../outcome/outcome.js';

/** The points of an ROC curve, from the highest threshold to the lowest; arrays of equal length. */
export interface RocCurve {
  /** Of the items of other classes, the share with a probability of at least the threshold; NaN if there are none. */
  readonly falsePositiveRates: readonly number[];
  /** Of the items of the class, the share with a probability of at least the threshold; NaN if there are none. */
  readonly truePositiveRates: readonly number[];
  /** Probabilities of the class; the first is Infinity, so that no item reaches it. */
  readonly thresholds: readonly number[];
}

/**
 * The ROC curve of one class against the rest, without points on a straight line between their neighbors.
 *
 * @param label index of the class
 * @throws {SerError} `no-items`, `length-mismatch`, `invalid-class`, `no-probabilities`, `invalid-probability`
 * @see sklearn.metrics.roc_curve, https://scikit-learn.org/stable/modules/generated/sklearn.metrics.roc_curve.html
 *
 * @example
 * const { falsePositiveRates, truePositiveRates } = rocCurve(outcome, labels.indexOf('angry'));
 */
export function rocCurve(outcome: Outcome, label: number): RocCurve {
  const points = countAbove(outcome, label);
  const last = points.at(-1)!;
  const kept = [{ threshold: Infinity, positives: 0, negatives: 0 }, ...points.filter(isCorner)];
  return {
    falsePositiveRates: kept.map(({ negatives }) => rateOf(negatives, last.negatives)),
    truePositiveRates: kept.map(({ positives }) => rateOf(positives, last.positives)),
    thresholds: kept.map(({ threshold }) => threshold),
  };
}

/** How many items reach a threshold. */
interface Point {
  readonly threshold: number;
  readonly positives: number;
  readonly negatives: number;
}

/** One point for each distinct probability, from the highest to the lowest. */
function countAbove(outcome: Outcome, label: number): Point[] {
  const { actual, nClasses } = outcome;
  checkLabels(outcome);
  refuseEmpty(outcome);
  const probabilities = checkProbabilities(outcome);
  if (!Number.isInteger(label) || label < 0 || label >= nClasses) {
    throw new MetricsError(
      'invalid-class',
      `\`label\` must be a class index from 0 to ${nClasses - 1}; got ${label}.`,
    );
  }
  const values = Float64Array.from(actual, (_, item) => probabilities[item * nClasses + label]!);
  const points: Point[] = [];
  let [positives, negatives] = [0, 0];
  sortedItems(values)
    .reverse()
    .forEach((item, place, items) => {
      if (actual[item] === label) positives++;
      else negatives++;
      const threshold = values[item]!;
      const next = items[place + 1];
      if (next === undefined || values[next] !== threshold) points.push({ threshold, positives, negatives });
    });
  return points;
}

function isCorner(point: Point, index: number, points: readonly Point[]): boolean {
  const [before, after] = [points[index - 1], points[index + 1]];
  if (!before || !after) return true;
  return (
    before.positives + after.positives !== 2 * point.positives ||
    before.negatives + after.negatives !== 2 * point.negatives
  );
}

function rateOf(count: number, total: number): number {
  return total === 0 ? NaN : count / total;
}
