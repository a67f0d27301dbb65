import { requireOneOf } from '@ser/core';
import { type MetricName, definitions } from '../scores/metrics.js';
import { metricsFor, scoresOf } from '../scores/scoreAll.js';
import { GroupTallies } from '../tally/groupTallies.js';
import { groupItems } from '../tally/grouping.js';
import type { Outcome } from '../outcome/outcome.js';
import { type ConfidenceInterval, type IntervalMethod, confidenceInterval } from './confidenceInterval.js';
import { type ResamplingOptions, checkResampling, groupWeights, refuseOneGroup } from './resampling.js';

export interface ConfidenceIntervalsOptions<Name extends MetricName = MetricName> extends ResamplingOptions {
  readonly outcome: Outcome;
  /**
   * Names of the metrics.
   *
   * @default all metrics for which the outcome has the data
   */
  readonly metrics?: readonly Name[];
  /**
   * How the interval is computed from the resamples. With 24 and 10 speakers, 't' contains the true value as often as
   * `confidence` says; 'percentile' does not.
   *
   * @default 't'
   */
  readonly method?: IntervalMethod;
}

/**
 * Confidence intervals of any metrics from one set of resamples. Whole groups (speakers), not items, are drawn with
 * replacement, as many as there are; the order of the items does not matter.
 *
 * The interval is about the population of speakers from which these are a sample. With fewer than ten speakers it is
 * marked `reliable: false`.
 *
 * @returns one interval by the name of each metric
 * @throws {SerError} `no-items`, `length-mismatch`, `invalid-class`, `no-probabilities`, `invalid-probability`;
 * `invalid-option`, also for fewer than two groups
 *
 * @example
 * const { uar } = confidenceIntervals({ outcome, groups: speakers, metrics: ['uar'], seed: 1 });
 * // { value: 0.48, low: 0.41, high: 0.55, confidence: 0.95, method: 't', nGroups: 24, reliable: true }
 */
export function confidenceIntervals<Name extends MetricName = MetricName>(
  options: ConfidenceIntervalsOptions<Name> & { readonly metrics: readonly Name[] },
): Readonly<Record<Name, ConfidenceInterval>>;
export function confidenceIntervals(
  options: ConfidenceIntervalsOptions,
): Readonly<Partial<Record<MetricName, ConfidenceInterval>>>;
export function confidenceIntervals(
  options: ConfidenceIntervalsOptions,
): Readonly<Partial<Record<MetricName, ConfidenceInterval>>> {
  const { outcome, metrics = metricsFor(outcome), method = 't' } = options;
  const { nResamples, confidence, seed } = checkResampling(options, 2);
  requireOneOf('method', method, ['t', 'percentile']);
  const grouping = groupItems(options.groups, outcome.actual.length);
  const tallies = new GroupTallies(outcome, grouping);
  refuseOneGroup(grouping);
  const nGroups = grouping.names.length;
  const values = scoresOf(tallies.whole(), metrics);
  const draw = groupWeights(nGroups, seed);
  const resampled = metrics.map(() => new Float64Array(nResamples));
  for (let resample = 0; resample < nResamples; resample++) {
    const scores = scoresOf(tallies.resampled(draw()), metrics);
    metrics.forEach((name, i) => (resampled[i]![resample] = scores[name]));
  }
  const entries = metrics.map((name, i) => {
    const value = { value: values[name], values: resampled[i]!, range: definitions[name].range };
    return [name, confidenceInterval({ ...value, nGroups, confidence, method })] as const;
  });
  return Object.fromEntries(entries);
}
