import type { Outcome } from '../outcome/outcome.js';
import { refuseEmpty } from '../outcome/refuseEmpty.js';
import { classCounts } from '../tally/classCounts.js';

/**
 * The UAR of predictions that ignore the input, such as always the same class or random ones: 1 / number of classes in
 * `actual`. Compare a UAR with it.
 *
 * @throws {SerError} `no-items`, `length-mismatch`, `invalid-class`
 *
 * @example
 * chanceUar({ actual: [0, 0, 1, 3], predicted: [0, 0, 0, 0], nClasses: 4 }); // 1/3: class 2 is absent
 */
export function chanceUar(outcome: Outcome): number {
  refuseEmpty(outcome);
  return 1 / classCounts(outcome).filter(({ support }) => support > 0).length;
}

/**
 * The accuracy of always predicting the largest class of `actual`. Compare an accuracy with it.
 *
 * @throws {SerError} `no-items`, `length-mismatch`, `invalid-class`
 *
 * @example
 * majorityAccuracy({ actual: [0, 0, 0, 1], predicted: [1, 1, 1, 1], nClasses: 2 }); // 0.75
 */
export function majorityAccuracy(outcome: Outcome): number {
  refuseEmpty(outcome);
  return Math.max(...classCounts(outcome).map(({ support }) => support)) / outcome.actual.length;
}
