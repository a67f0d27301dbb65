import { type MetricName, definitions } from '../metrics.js';
import { metricsFor, scoresOf } from '../scoreAll.js';
import { GroupTallies } from '../tally/groupTallies.js';
import { groupItems } from '../tally/grouping.js';
import type { Outcome } from '../types.js';
import { type ConfidenceInterval, type IntervalMethod, confidenceInterval } from './confidenceInterval.js';
import { type ResamplingOptions, checkResampling, groupWeights, refuseOneGroup } from './resampling.js';

export interface ConfidenceIntervalsOptions<Name extends MetricName = MetricName> extends ResamplingOptions {
  readonly outcome: Outcome;
  /**
   * The metrics whose intervals are wanted.
   *
   * @default all that the outcome has the data for
   */
  readonly metrics?: readonly Name[];
  /**
   * How resamples become an interval.
   *
   * @default 't', which holds the truth as often as it says with 24 and 10 speakers, where 'percentile' does not
   */
  readonly method?: IntervalMethod;
}

/**
 * Confidence intervals of any metrics from one set of resamples. Whole groups (speakers) are drawn with replacement, as
 * many as there are, not items; the order of the items does not matter.
 *
 * The interval is about groups like these: what would be measured on all the speakers that these were a sample of.
 * With fewer than ten it is marked `reliable: false`.
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
  const grouping = groupItems(options.groups, outcome.actual.length);
  const tallies = new GroupTallies(outcome, grouping);
  refuseOneGroup(grouping);
  const nGroups = grouping.names.length;
  const values = scoresOf(tallies.whole(), metrics);
  const draw = groupWeights(nGroups, seed);
  const figures = metrics.map(() => new Float64Array(nResamples));
  for (let resample = 0; resample < nResamples; resample++) {
    const scores = scoresOf(tallies.resampled(draw()), metrics);
    metrics.forEach((name, i) => (figures[i]![resample] = scores[name]));
  }
  const entries = metrics.map((name, i) => {
    const figure = { value: values[name], figures: figures[i]!, range: definitions[name].range };
    return [name, confidenceInterval({ ...figure, nGroups, confidence, method })] as const;
  });
  return Object.fromEntries(entries);
}
