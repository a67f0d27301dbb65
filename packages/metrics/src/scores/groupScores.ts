import { chanceUar } from '../labels/chance.js';
import { checkLabels } from '../outcome/checkLabels.js';
import { MetricsError } from '../errors.js';
import { type MetricName, metrics } from './metrics.js';
import { type MetricScores, scoreAll } from './scoreAll.js';
import { selectItems } from '../outcome/selectItems.js';
import { groupItems, itemsByGroup } from '../tally/grouping.js';
import type { Outcome } from '../outcome/outcome.js';

/** The scores of the items of one group. */
export interface GroupScores {
  readonly group: string;
  readonly nItems: number;
  /** The UAR of guessing among the classes of the group; it is higher for groups with fewer classes. */
  readonly chance: number;
  readonly scores: MetricScores;
}

/**
 * All metrics of each group by itself, such as each speaker, sex, corpus, or sentence.
 *
 * A score of few items is mostly chance: report `nItems` with it.
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
  if (grouping.names.length === 0)
    throw new MetricsError('no-items', '`groups` is empty; pass the group of each item.');
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
 * The group with the worst score, such as the lowest accuracy or the highest loss; of equals, the first.
 *
 * @returns undefined when no group has that score
 *
 * @example
 * worstGroup(groupScores(outcome, sexes), 'uar');
 */
export function worstGroup(groups: readonly GroupScores[], metric: MetricName): GroupScores | undefined {
  const sign = metrics[metric].higherIsBetter ? 1 : -1;
  const valueOf = ({ scores }: GroupScores) => sign * (scores[metric] ?? NaN);
  const scored = groups.filter((group) => !Number.isNaN(valueOf(group)));
  return scored.reduce<GroupScores | undefined>(
    (worst, group) => (worst && valueOf(worst) <= valueOf(group) ? worst : group),
    undefined,
  );
}
