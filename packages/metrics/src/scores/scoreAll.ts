import {
  type LabelMetricName,
  type MetricName,
  type ProbabilityMetricName,
  definitions,
  metricNames,
  metrics,
} from './metrics.js';
import { talliesOf } from '../tally/groupTallies.js';
import type { Tallies } from '../tally/tallies.js';
import type { Outcome } from '../outcome/outcome.js';

/** Every registered metric; those that need probabilities only if the outcome has them. */
export type MetricScores = { readonly [Name in LabelMetricName]: number } & {
  readonly [Name in ProbabilityMetricName]?: number;
};

/**
 * All registered metrics of one outcome for which it has the data.
 *
 * @throws {SerError} `no-items`, `length-mismatch`, `invalid-class`, `invalid-probability`
 *
 * @example
 * scoreAll({ actual: [0, 0, 1], predicted: [0, 1, 1], nClasses: 2 }).cohenKappa; // 0.4
 */
export function scoreAll(outcome: Outcome): MetricScores {
  return scoresOf(talliesOf(outcome), metricsFor(outcome));
}

/** The names of the metrics for which an outcome has the data. */
export function metricsFor({ probabilities }: Outcome): readonly MetricName[] {
  return metricNames.filter((name) => metrics[name].needs === 'labels' || probabilities !== undefined);
}

export function scoresOf<Name extends MetricName>(
  tallies: Tallies,
  names: readonly Name[],
): Readonly<Record<Name, number>> {
  return Object.fromEntries(names.map((name) => [name, definitions[name].of(tallies)])) as Record<
    Name,
    number
  >;
}
