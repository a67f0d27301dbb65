import { scoresOf } from './scoreAll.js';
import { talliesOf } from '../tally/groupTallies.js';
import type { Outcome } from '../outcome/outcome.js';

/** The five main metrics, all in `[0, 1]`. */
export interface Scores {
  readonly accuracy: number;
  readonly uar: number;
  readonly macroF1: number;
  readonly macroPrecision: number;
  readonly macroRecall: number;
}

/**
 * The five main metrics; `scoreAll` gives every registered metric.
 *
 * @throws {SerError} `no-items`, `length-mismatch`, `invalid-class`
 *
 * @example
 * score({ actual: [0, 0, 1], predicted: [0, 1, 1], nClasses: 2 }).uar; // 0.75
 */
export function score(outcome: Outcome): Scores {
  return scoresOf(talliesOf(outcome), ['accuracy', 'uar', 'macroF1', 'macroPrecision', 'macroRecall']);
}
