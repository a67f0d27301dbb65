import { chanceUar } from './chance.js';
import { checkLabels } from './checkLabels.js';
import { MetricsError } from './errors.js';
import { type MetricName, metrics } from './metrics.js';
import { type MetricScores, scoreAll } from './scoreAll.js';
import { selectItems } from './selectItems.js';
import { groupItems, itemsByGroup } from './tally/grouping.js';
import type { Outcome } from './types.js';

/** How well the items of one group were answered. */
export interface GroupScores {
  readonly group: string;
  readonly nItems: number;
  /** The UAR of guessing among the classes that the group has: groups of fewer classes have it easier. */
  readonly chance: number;
  readonly scores: MetricScores;
}

/**
 * All metrics of each group by itself: of each speaker, sex, corpus or sentence.
 *
 * A figure of few items is mostly chance; `nItems` stands beside it for that reason.
 *
 * @param groups the group of each item, in the order of the items
 * @returns one entry for each group, sorted by name
 * @throws {SerError} `no-items`, `length-mismatch`, `invalid-class`, `invalid-probability`
 *
 * @example
 * const bySpeaker = groupScores(outcome, speakers);
 * worstGroup(bySpeaker, 'uar')?.group; // 'Actor_04'
 */
export function groupScores(outcome: Outcome, groups: readonly string[]): GroupScores[] {
  checkLabels(outcome);
  const grouping = groupItems(groups, outcome.actual.length);
  if (grouping.names.length === 0) throw new MetricsError('no-items', '`groups` holds no group to score.');
  return itemsByGroup(grouping).map((items, index) => {
    const own = selectItems(outcome, items);
    return {
      group: grouping.names[index]!,
      nItems: items.length,
      chance: chanceUar(own),
      scores: scoreAll(own),
    };
  });
}

/**
 * The group that fares worst by one metric, be it the lowest accuracy or the highest loss; the first of several.
 *
 * @returns undefined when no group has that figure
 *
 * @example
 * worstGroup(groupScores(outcome, sexes), 'uar');
 */
export function worstGroup(groups: readonly GroupScores[], metric: MetricName): GroupScores | undefined {
  const sign = metrics[metric].higherIsBetter ? 1 : -1;
  const figure = ({ scores }: GroupScores) => sign * (scores[metric] ?? NaN);
  const scored = groups.filter((group) => !Number.isNaN(figure(group)));
  return scored.reduce<GroupScores | undefined>(
    (worst, group) => (worst && figure(worst) <= figure(group) ? worst : group),
    undefined,
  );
}
