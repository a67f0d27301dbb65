import { accuracy } from './accuracy.js';
import { macroF1, macroPrecision, macroRecall } from './macroAverages.js';
import { uar } from './uar.js';
import type { Metric, Outcome } from './types.js';

/** One figure for each registered metric, all in `[0, 1]`. */
export interface Scores {
  readonly accuracy: number;
  readonly uar: number;
  readonly macroF1: number;
  readonly macroPrecision: number;
  readonly macroRecall: number;
}

/** Every metric by name. A metric added here is scored, averaged over folds and held to the laws by test. */
export const metrics: { readonly [Name in keyof Scores]: Metric } = {
  accuracy,
  uar,
  macroF1: (outcome) => macroF1(outcome),
  macroPrecision: (outcome) => macroPrecision(outcome),
  macroRecall: (outcome) => macroRecall(outcome),
};

/**
 * All metrics of one outcome.
 *
 * @throws {MetricsError} `no-items`, `length-mismatch`, `invalid-class`
 *
 * @example
 * score({ actual: [0, 0, 1], predicted: [0, 1, 1], nClasses: 2 }).uar; // 0.75
 */
export function score(outcome: Outcome): Scores {
  return scoresFrom((name) => metrics[name](outcome));
}

/** Scores filled metric by metric, so that no one forgets a newly registered one. */
export function scoresFrom(figure: (name: keyof Scores) => number): Scores {
  const names = Object.keys(metrics) as (keyof Scores)[];
  return Object.fromEntries(names.map((name) => [name, figure(name)])) as unknown as Scores;
}
