import { refuseEmpty } from './refuseEmpty.js';
import { classCounts } from './tally/classCounts.js';
import type { Outcome } from './types.js';

/**
 * The UAR of answers that know nothing, whatever they are (always the same class, or dice): 1 / number of
 * classes in `actual`. A UAR is worth as much as it lies above this.
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
 * The accuracy of always answering the largest class of `actual`: what an accuracy must beat before it
 * means anything.
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
