import { checkSome } from './drawing/checkShares.js';
import { type WidthOption, checkWidth } from './drawing/checkWidth.js';
import { element, escapeText } from './drawing/element.js';
import { figure } from './drawing/figure.js';
import { seriesFill } from './drawing/seriesStroke.js';
import { fitText, textWidth } from './drawing/textWidth.js';
import { ChartError } from './errors.js';

/** How many items of each class there are on one side (training, test) or in one corpus. */
export interface ClassCounts {
  readonly name: string;
  /** In the order of the labels; whole numbers >= 0. */
  readonly counts: readonly number[];
}

export interface ClassDistributionSvgOptions extends WidthOption {
  readonly labels: readonly string[];
  /** One to six; drawn below each other in each class. */
  readonly series: readonly ClassCounts[];
  /** What is counted. @default 'items' */
  readonly unit?: string;
  /** @default 'Items of each class' */
  readonly title?: string;
}

/**
 * How many items each class has, on each side.
 *
 * @returns SVG markup with a text alternative, all text escaped, for light and dark pages
 * @throws {SerError} `no-items`, `length-mismatch`; `invalid-option` for a count below 0, more than six series, `width`
 *
 * @example
 * classDistributionSvg({ labels: ['angry', 'sad'], series: [{ name: 'training', counts: [120, 118] }] });
 */
export function classDistributionSvg(options: ClassDistributionSvgOptions): string {
  const { labels, series, title = 'Items of each class' } = checkClassDistribution(options);
  const width = checkWidth(options);
  const layout = layOut(options, width);
  return figure({
    width,
    height: layout.bottom + 6,
    title,
    description: describeClassDistribution(options),
    body: [
      ...(series.length > 1 ? drawLegend(series, layout) : []),
      ...labels.flatMap((label, i) => drawClass(label, i, series, layout)),
      element('line', {
        ...{ class: 'axis', stroke: '#5b6673', x1: layout.left, x2: layout.left },
        ...{ y1: layout.top, y2: layout.bottom },
      }),
    ],
  });
}

const labelSize = 13;
const thickness = 14;

interface Layout {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** Height of a class. */
  readonly row: number;
  readonly greatest: number;
}

function layOut({ labels, series }: ClassDistributionSvgOptions, width: number): Layout {
  const longest = Math.max(...labels.map((label) => textWidth(label, labelSize)));
  const greatest = Math.max(1, ...series.flatMap(({ counts }) => counts));
  const top = series.length > 1 ? 12 + 20 * series.length : 4;
  const row = series.length * thickness + 10;
  const figures = textWidth(String(greatest), 12) + 14;
  return {
    left: Math.min(longest, width * 0.3) + 18,
    right: width - figures,
    top,
    bottom: top + labels.length * row,
    row,
    greatest,
  };
}

function drawClass(label: string, index: number, series: readonly ClassCounts[], layout: Layout): string[] {
  const { left, right, top, row, greatest } = layout;
  const y = top + index * row;
  const name = { x: left - 8, y: y + row / 2 + 4.5, 'font-size': labelSize, 'text-anchor': 'end' };
  return [
    element('text', name, escapeText(fitText(label, left - 14, labelSize))),
    ...series.map(({ name: side, counts }, i) => {
      const count = counts[index]!;
      const length = (count / greatest) * (right - left);
      const at = { x: left, y: y + 5 + i * thickness + 1, width: length, height: thickness - 2, rx: 2 };
      const figureAt = { x: left + length + 6, y: y + 5 + i * thickness + 11, 'font-size': 12 };
      return element(
        'g',
        {},
        element('title', {}, escapeText(`${label}, ${side}: ${count}`)),
        element('rect', { ...at, ...seriesFill(i) }),
        element('text', figureAt, String(count)),
      );
    }),
  ];
}

/** One line a series, in the order of its bars, so that place tells them apart as well as colour. */
function drawLegend(series: readonly ClassCounts[], { left }: Layout): string[] {
  return series.map(({ name, counts }, i) => {
    const total = counts.reduce((sum, count) => sum + count, 0);
    return (
      element('rect', { x: left, y: 4 + i * 20, width: 14, height: 12, rx: 2, ...seriesFill(i) }) +
      element(
        'text',
        { x: left + 20, y: 14.5 + i * 20, 'font-size': labelSize },
        escapeText(`${name}: ${total}`),
      )
    );
  });
}

/** The counts in words. */
export function describeClassDistribution(options: ClassDistributionSvgOptions): string {
  const { labels, series, unit = 'items' } = options;
  const said = series.map(({ name, counts }) => {
    const total = counts.reduce((sum, count) => sum + count, 0);
    return `${name}: ${total} ${unit}, ${labels.map((label, i) => `${label} ${counts[i]!}`).join(', ')}.`;
  });
  return said.join(' ');
}

export function checkClassDistribution(options: ClassDistributionSvgOptions): ClassDistributionSvgOptions {
  const { labels, series } = options;
  checkSome('labels', labels);
  checkSome('series', series);
  const odd = series.find(({ counts }) => counts.length !== labels.length);
  if (odd) {
    throw new ChartError(
      'length-mismatch',
      `\`counts\` of ${odd.name} must have one entry for each of the ${labels.length} \`labels\`, got ${odd.counts.length}.`,
    );
  }
  const bad = series.flatMap(({ counts }) => counts).find((count) => !(count >= 0 && Number.isFinite(count)));
  if (bad !== undefined)
    throw new ChartError('invalid-option', `\`counts\` must be at least 0, got \`${bad}\`.`);
  if (series.length > 6)
    throw new ChartError('invalid-option', `\`series\` must be at most 6, got ${series.length}.`);
  return options;
}
