import { type ConfidenceInterval, confidenceInterval } from '../intervals/confidenceInterval.js';
import {
  type ResamplingOptions,
  checkResampling,
  groupWeights,
  refuseOneGroup,
} from '../intervals/resampling.js';
import { type MetricName, definitions } from '../scores/metrics.js';
import { selectItems } from '../outcome/selectItems.js';
import { GroupTallies } from '../tally/groupTallies.js';
import { type Grouping, groupItems, itemsByGroup } from '../tally/grouping.js';
import type { Outcome } from '../outcome/outcome.js';
import { checkSameItems } from './checkSameItems.js';
import { type McnemarResult, mcnemar } from './mcnemar.js';
import { mcnemarCounts } from './mcnemarCounts.js';
import { type WilcoxonResult, wilcoxonSignedRank } from './wilcoxonSignedRank.js';

export interface CompareOptions extends ResamplingOptions {
  readonly first: Outcome;
  /** About the same items in the same order as `first`. */
  readonly second: Outcome;
  /** @default 'uar' */
  readonly metric?: MetricName;
}

/** The scores of one group (speaker) in both runs. */
export interface GroupPair {
  readonly group: string;
  readonly first: number;
  readonly second: number;
}

export interface Comparison {
  readonly metric: MetricName;
  readonly first: number;
  readonly second: number;
  /** Second minus first, on all items, with its interval; both runs are resampled with the same groups. */
  readonly difference: ConfidenceInterval;
  /** Sorted by name. */
  readonly groups: readonly GroupPair[];
  /** Over the groups in which both runs have a score: the test to report. */
  readonly wilcoxon: WilcoxonResult;
  /** Over items, which are not independent, so that its p-value is too small. */
  readonly mcnemar: McnemarResult;
}

/**
 * Compares two runs on the same items: their difference, and whether it may be chance.
 *
 * @throws {SerError} `different-items` when the true classes of the runs differ; the errors of `confidenceIntervals`
 *
 * @example
 * const { difference, wilcoxon } = compareOutcomes({ first, second, groups: speakers, seed: 1 });
 */
export function compareOutcomes(options: CompareOptions): Comparison {
  const { first, second, metric = 'uar' } = options;
  checkSameItems(first, second);
  const grouping = groupItems(options.groups, first.actual.length);
  const pair = compareResamples(options, grouping, metric);
  const groups = pairGroups(options, grouping, metric);
  const differences = groups.map((group) => group.second - group.first);
  return {
    metric,
    ...pair,
    groups,
    wilcoxon: wilcoxonSignedRank(differences.filter((difference) => !Number.isNaN(difference))),
    mcnemar: mcnemar(mcnemarCounts(first, second)),
  };
}

function compareResamples(options: CompareOptions, grouping: Grouping, metric: MetricName) {
  const { nResamples, confidence, seed } = checkResampling(options, 2);
  const tallies = [options.first, options.second].map((outcome) => new GroupTallies(outcome, grouping));
  refuseOneGroup(grouping);
  const nGroups = grouping.names.length;
  const { of, range } = definitions[metric];
  const [first, second] = tallies.map((either) => of(either.whole())) as [number, number];
  const draw = groupWeights(nGroups, seed);
  const values = Float64Array.from({ length: nResamples }, () => {
    const weights = draw();
    const [one, two] = tallies.map((either) => of(either.resampled(weights))) as [number, number];
    return two - one;
  });
  const reach = range[1] - range[0];
  const difference = confidenceInterval({
    value: second - first,
    values,
    range: [-reach, reach],
    nGroups,
    confidence,
    method: 't',
  });
  return { first, second, difference };
}

function pairGroups({ first, second }: CompareOptions, grouping: Grouping, metric: MetricName): GroupPair[] {
  const { score } = definitions[metric];
  return itemsByGroup(grouping).map((items, index) => ({
    group: grouping.names[index]!,
    first: score(selectItems(first, items)),
    second: score(selectItems(second, items)),
  }));
}
