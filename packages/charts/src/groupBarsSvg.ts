import { checkShare, checkSome } from './drawing/checkShares.js';
import { type WidthOption, checkWidth } from './drawing/checkWidth.js';
import { figure } from './drawing/figure.js';
import { formatShare } from './drawing/formatShare.js';
import { type ShareBar, type ShareLevel, shareBars } from './drawing/shareBars.js';

/** One group (a speaker, a corpus, a run), how well it fares, and how sure that is. */
export interface GroupBar {
  readonly name: string;
  /** In `[0, 1]`. */
  readonly value: number;
  /** Low end of its interval, in `[0, 1]`. @default none */
  readonly low?: number;
  /** High end of its interval, in `[0, 1]`. @default none */
  readonly high?: number;
  /** How many items the value rests on. @default not said */
  readonly nItems?: number;
}

export interface GroupBarsSvgOptions extends WidthOption {
  /** At least one; drawn in this order. */
  readonly groups: readonly GroupBar[];
  /** What the bars show. @default 'UAR' */
  readonly measure?: string;
  /** Chance level in `[0, 1]`, drawn as a dashed line. @default no line */
  readonly chance?: number;
  /** The value of all groups together, in `[0, 1]`, drawn as a dotted line. @default no line */
  readonly overall?: number;
  /** @default the measure and 'by group' */
  readonly title?: string;
}

/**
 * One horizontal bar for each group, with its interval as a whisker.
 *
 * @returns SVG markup with a text alternative, all text escaped, for light and dark pages
 * @throws {SerError} `no-items`; `invalid-option` for a share outside `[0, 1]` and for `width`
 *
 * @example
 * groupBarsSvg({ groups: [{ name: 'Actor 01', value: 0.62, low: 0.5, high: 0.72, nItems: 60 }], chance: 1 / 8 });
 */
export function groupBarsSvg(options: GroupBarsSvgOptions): string {
  const { chance, overall } = checkGroupBars(options);
  const width = checkWidth(options);
  const levels: ShareLevel[] = [
    ...(chance === undefined ? [] : [{ name: 'chance', value: chance }]),
    ...(overall === undefined ? [] : [{ name: 'all together', value: overall }]),
  ];
  return figure({
    width,
    ...shareBars(options.groups.map(barOf), levels, width),
    title: titleGroupBars(options),
    description: describeGroupBars(options),
  });
}

export function titleGroupBars({ title, measure = 'UAR' }: GroupBarsSvgOptions): string {
  return title ?? `${measure} by group`;
}

function barOf({ name, value, low, high, nItems }: GroupBar): ShareBar {
  const interval = low === undefined || high === undefined ? undefined : { low, high };
  const note = nItems === undefined ? '' : `n = ${nItems}`;
  const sure = interval ? `, interval ${formatShare(interval.low)} to ${formatShare(interval.high)}` : '';
  const rests = nItems === undefined ? '' : ` of ${nItems} items`;
  return { name, value, interval, note, hint: `${name}: ${formatShare(value)}${rests}${sure}` };
}

/** The bars in words: the ends of the range, and where it lies to chance. */
export function describeGroupBars(options: GroupBarsSvgOptions): string {
  const { groups, measure = 'UAR', chance, overall } = options;
  const sorted = [...groups].sort((a, b) => a.value - b.value);
  const [worst, best] = [sorted[0]!, sorted.at(-1)!];
  const middle = sorted[Math.floor(sorted.length / 2)]!;
  return [
    `${measure} of ${groups.length} ${groups.length === 1 ? 'group' : 'groups'}:`,
    `lowest ${worst.name} with ${formatShare(worst.value)}, highest ${best.name} with ${formatShare(best.value)},`,
    `the middle one ${formatShare(middle.value)}.`,
    ...(overall === undefined ? [] : [`All together ${formatShare(overall)}.`]),
    ...(chance === undefined ? [] : [`Chance is ${formatShare(chance)}.`]),
  ].join(' ');
}

export function checkGroupBars(options: GroupBarsSvgOptions): GroupBarsSvgOptions {
  const { groups, chance, overall } = options;
  checkSome('groups', groups);
  checkShare('chance', chance);
  checkShare('overall', overall);
  for (const { value, low, high } of groups) {
    checkShare('value', value);
    checkShare('low', low);
    checkShare('high', high);
  }
  return options;
}
