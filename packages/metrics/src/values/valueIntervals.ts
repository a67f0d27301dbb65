import { type ConfidenceInterval, confidenceInterval } from '../intervals/confidenceInterval.js';
import {
  checkResampling,
  groupDraws,
  refuseOneGroup,
  type ResamplingOptions,
} from '../intervals/resampling.js';
import { groupItems, itemsByGroup } from '../tally/grouping.js';
import { ccc } from './ccc.js';
import { mae } from './mae.js';
import { checkPair, type ValuePair } from './moments.js';
import { pearson } from './pearson.js';

export interface ValueIntervalsOptions extends ValuePair, ResamplingOptions {}

/** The scores of predicted values. */
export type ValueScoreName = 'ccc' | 'pearson' | 'mae';

const scores = {
  ccc: { of: ccc, range: [-1, 1] },
  pearson: { of: pearson, range: [-1, 1] },
  mae: { of: mae, range: [0, Infinity] },
} as const;

/**
 * CCC, Pearson correlation, and mean absolute error with their intervals. Whole groups (speakers) are drawn with
 * replacement, as in `confidenceIntervals`.
 *
 * @throws {SerError} `no-items`, `length-mismatch`; `invalid-option`, also for fewer than two groups
 *
 * @example
 * const { ccc } = valueIntervals({ actual, predicted, groups: speakers, seed: 1 });
 * // { value: 0.61, low: 0.52, high: 0.69, confidence: 0.95, method: 't', nGroups: 24, reliable: true }
 */
export function valueIntervals(
  options: ValueIntervalsOptions,
): Readonly<Record<ValueScoreName, ConfidenceInterval>> {
  checkPair(options);
  const { nResamples, confidence, seed } = checkResampling(options, 2);
  const grouping = groupItems(options.groups, options.actual.length);
  refuseOneGroup(grouping);
  const members = itemsByGroup(grouping);
  const nGroups = members.length;
  const draw = groupDraws(nGroups, seed);
  const names = Object.keys(scores) as ValueScoreName[];
  const values = names.map(() => new Float64Array(nResamples));
  for (let resample = 0; resample < nResamples; resample++) {
    const items = [...draw()].flatMap((group) => members[group]!);
    const drawn = select(options, items);
    names.forEach((name, i) => (values[i]![resample] = scores[name].of(drawn)));
  }
  const entries = names.map((name, i) => {
    const { of, range } = scores[name];
    const resampled = { value: of(options), values: values[i]!, range, nGroups, confidence };
    return [name, confidenceInterval({ ...resampled, method: 't' })] as const;
  });
  return Object.fromEntries(entries) as Record<ValueScoreName, ConfidenceInterval>;
}

function select({ actual, predicted }: ValuePair, items: readonly number[]): ValuePair {
  return {
    actual: Float64Array.from(items, (item) => actual[item]!),
    predicted: Float64Array.from(items, (item) => predicted[item]!),
  };
}
