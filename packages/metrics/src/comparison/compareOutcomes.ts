import { checkLabels } from '../checkLabels.js';
import { MetricsError } from '../errors.js';
import { type ConfidenceInterval, confidenceInterval } from '../intervals/confidenceInterval.js';
import {
  type ResamplingOptions,
  checkResampling,
  groupWeights,
  refuseOneGroup,
} from '../intervals/resampling.js';
import { type MetricName, definitions } from '../metrics.js';
import { selectItems } from '../selectItems.js';
import { type Grouping, groupItems, itemsByGroup } from '../tally/grouping.js';
import { GroupTallies } from '../tally/groupTallies.js';
import type { Outcome } from '../types.js';
import { type McnemarResult, mcnemar } from './mcnemar.js';
import { type WilcoxonResult, wilcoxonSignedRank } from './wilcoxonSignedRank.js';

export interface CompareOptions extends ResamplingOptions {
  readonly first: Outcome;
  /** About the same items in the same order as `first`. */
  readonly second: Outcome;
  /** @default 'uar' */
  readonly metric?: MetricName;
}

/** The figures of one group (speaker) in both runs. */
export interface GroupPair {
  readonly group: string;
  readonly first: number;
  readonly second: number;
}

export interface Comparison {
  readonly metric: MetricName;
  readonly first: number;
  readonly second: number;
  /** Second minus first, on all items, with its interval: both runs are resampled with the same groups. */
  readonly difference: ConfidenceInterval;
  /** Sorted by name. */
  readonly groups: readonly GroupPair[];
  /** Over the groups in which both runs have the figure: the test to quote. */
  readonly wilcoxon: WilcoxonResult;
  /** Over items, which are not independent: a p-value that is too small. */
  readonly mcnemar: McnemarResult;
}

/**
 * Two runs on the same items, compared pair by pair: how far they differ, and whether that may be chance.
 *
 * @throws {MetricsError} `different-items` when the runs disagree on what is right; whatever `confidenceIntervals` throws
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
    mcnemar: mcnemar(countSolved(first, second)),
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
  const figures = Float64Array.from({ length: nResamples }, () => {
    const weights = draw();
    const [one, two] = tallies.map((either) => of(either.resampled(weights))) as [number, number];
    return two - one;
  });
  const reach = range[1] - range[0];
  const difference = confidenceInterval({
    value: second - first,
    figures,
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

function countSolved({ actual, predicted }: Outcome, second: Outcome) {
  const counts = { onlyFirst: 0, onlySecond: 0 };
  for (let item = 0; item < actual.length; item++) {
    const [byFirst, bySecond] = [predicted[item] === actual[item], second.predicted[item] === actual[item]];
    if (byFirst && !bySecond) counts.onlyFirst++;
    if (bySecond && !byFirst) counts.onlySecond++;
  }
  return counts;
}

function checkSameItems(first: Outcome, second: Outcome): void {
  checkLabels(first);
  checkLabels(second);
  const nItems = first.actual.length;
  const isSame = first.nClasses === second.nClasses && nItems === second.actual.length;
  const differing = Array.from(first.actual).findIndex((label, item) => label !== second.actual[item]);
  if (isSame && differing < 0) return;
  const what = isSame
    ? `item ${differing} is of class ${first.actual[differing]} in one and ${second.actual[differing]} in the other`
    : `${nItems} items of ${first.nClasses} classes, and ${second.actual.length} of ${second.nClasses}`;
  throw new MetricsError(
    'different-items',
    `\`first\` and \`second\` must be about the same items in the same order, got ${what}.`,
  );
}
