import type { ChartModel, TitleOption } from '../chart/chart.js';
import { requireEntries, requireShare } from '../chart/checks.js';
import { formatShare } from '../drawing/formatShare.js';
import type { ShareBar } from '../drawing/shareBars.js';

/** The score of one group (a speaker, a corpus, a run). */
export interface GroupBar {
  readonly name: string;
  /** In `[0, 1]`. */
  readonly value: number;
  /** Low end of its interval, in `[0, 1]`. @default none */
  readonly low?: number;
  /** High end of its interval, in `[0, 1]`. @default none */
  readonly high?: number;
  /** Number of items. @default not shown */
  readonly nItems?: number;
}

export interface GroupBarsOptions extends TitleOption {
  /** Name of the score. @default 'UAR' */
  readonly measure?: string;
  /** Chance level in `[0, 1]`, drawn as a dashed line. @default no line */
  readonly chance?: number;
  /** The score of all groups together, in `[0, 1]`, drawn as a dotted line. @default no line */
  readonly overall?: number;
}

export interface GroupBarsModel extends ChartModel {
  readonly bars: readonly ShareBar[];
  readonly measure: string;
  readonly chance: number | undefined;
  readonly overall: number | undefined;
}

export function groupBarsModel(
  groups: readonly GroupBar[],
  { measure = 'UAR', chance, overall, title = `${measure} by group` }: GroupBarsOptions,
): GroupBarsModel {
  requireEntries('groups', groups);
  requireShare('chance', chance);
  requireShare('overall', overall);
  for (const { value, low, high } of groups) {
    requireShare('value', value);
    requireShare('low', low);
    requireShare('high', high);
  }
  return {
    title,
    description: describe(groups, measure, { chance, overall }),
    rows: groups.map(({ name, value, low = null, high = null, nItems = null }) => ({
      ...{ group: name, [measure]: value, low, high, items: nItems },
    })),
    bars: groups.map(barOf),
    ...{ measure, chance, overall },
  };
}

function barOf({ name, value, low, high, nItems }: GroupBar): ShareBar {
  const interval = low === undefined || high === undefined ? undefined : { low, high };
  const note = nItems === undefined ? '' : `n = ${nItems}`;
  const range = interval ? `, interval ${formatShare(interval.low)} to ${formatShare(interval.high)}` : '';
  const items = nItems === undefined ? '' : ` of ${nItems} items`;
  return { name, value, interval, note, hint: `${name}: ${formatShare(value)}${items}${range}` };
}

function describe(
  groups: readonly GroupBar[],
  measure: string,
  { chance, overall }: Pick<GroupBarsModel, 'chance' | 'overall'>,
): string {
  const sorted = [...groups].sort((a, b) => a.value - b.value);
  const [worst, best] = [sorted[0]!, sorted.at(-1)!];
  const middle = [sorted[(sorted.length - 1) >> 1]!, sorted[sorted.length >> 1]!];
  const median = (middle[0]!.value + middle[1]!.value) / 2;
  return [
    `${measure} of ${groups.length} ${groups.length === 1 ? 'group' : 'groups'}:`,
    `lowest ${worst.name} with ${formatShare(worst.value)}, highest ${best.name} with ${formatShare(best.value)},`,
    `median ${formatShare(median)}.`,
    ...(overall === undefined ? [] : [`All together ${formatShare(overall)}.`]),
    ...(chance === undefined ? [] : [`Chance is ${formatShare(chance)}.`]),
  ].join(' ');
}
