import { MetricsError } from '../errors.js';
import type { ClassScores } from '../perClass.js';
import { element, escapeText } from './element.js';
import { figure } from './figure.js';
import { formatShare } from './formatShare.js';
import { seriesColours } from './seriesColours.js';
import { fitText, textWidth } from './textWidth.js';

export interface PerClassSvgOptions {
  /** One row for each class, as `perClass` gives. */
  readonly scores: readonly ClassScores[];
  /** The name of each class, in the order of `scores`. */
  readonly labels: readonly string[];
  /**
   * Which figure the bars show.
   *
   * @default 'recall'
   */
  readonly measure?: 'recall' | 'precision' | 'f1';
  /**
   * Chance level in `[0, 1]`, drawn as a dashed line.
   *
   * @default no line
   */
  readonly chance?: number;
  /** @default the measure and 'by class' */
  readonly title?: string;
  /**
   * Natural width of the picture, px, at least 320; it shrinks with its container.
   *
   * @default 480
   */
  readonly width?: number;
}

/**
 * One horizontal bar for each class, with its value and how many items it rests on.
 *
 * @returns SVG markup with a text alternative, all text escaped, for light and dark pages
 * @throws {MetricsError} `length-mismatch` when scores and labels disagree; `invalid-option` for `chance`, `width`
 *
 * @example
 * perClassSvg({ scores: perClass(outcome), labels, chance: chanceUar(outcome) });
 */
export function perClassSvg(options: PerClassSvgOptions): string {
  const { scores, labels, chance, measure = 'recall', width = 480 } = check(options);
  const title = options.title ?? `${measureNames[measure]} by class`;
  const layout = layOut(labels, width, chance !== undefined);
  const bars = scores.map((row, i) =>
    drawBar(labels[i]!, { value: row[measure], support: row.support }, i, layout),
  );
  return figure({
    width,
    height: layout.bottom + 26,
    title,
    description: describe(options),
    body: [...drawGrid(layout), ...bars, ...(chance === undefined ? [] : drawChance(chance, layout))],
  });
}

const measureNames = { recall: 'Recall', precision: 'Precision', f1: 'F1' } as const;
const labelSize = 13;
const rowHeight = 28;
const barHeight = 18;
const figuresWidth = 116;

interface Layout {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly width: number;
}

function layOut(labels: readonly string[], width: number, withChance: boolean): Layout {
  const labelWidth = Math.min(Math.max(...labels.map((label) => textWidth(label, labelSize))), width * 0.3);
  const top = withChance ? 20 : 4;
  return {
    left: labelWidth + 18,
    right: width - figuresWidth,
    top,
    bottom: top + labels.length * rowHeight,
    width,
  };
}

interface Bar {
  readonly value: number;
  readonly support: number;
}

function drawBar(label: string, { value, support }: Bar, row: number, layout: Layout): string {
  const { left, right, top } = layout;
  const y = top + row * rowHeight;
  const text = { y: y + rowHeight / 2 + 4.5, 'font-size': labelSize };
  const known = support > 0 && Number.isFinite(value);
  const bar = { x: left, y: y + (rowHeight - barHeight) / 2, height: barHeight, rx: 2 };
  const figures = known
    ? [
        element(
          'text',
          { ...text, x: right + 46, 'text-anchor': 'end', 'font-weight': 600 },
          escapeText(formatShare(value)),
        ),
        element('text', { ...text, class: 'muted', x: right + 54, 'font-size': 12 }, `n = ${support}`),
      ]
    : [element('text', { ...text, class: 'muted', x: right + 10, 'font-size': 12 }, 'no items')];
  return element(
    'g',
    {},
    element(
      'title',
      {},
      escapeText(known ? `${label}: ${formatShare(value)} of ${support}` : `${label}: no items`),
    ),
    element(
      'text',
      { ...text, x: left - 8, 'text-anchor': 'end' },
      escapeText(fitText(label, left - 14, labelSize)),
    ),
    ...(known
      ? [
          element('rect', {
            ...bar,
            width: value * (right - left),
            class: 'fill0',
            fill: seriesColours[0]!.light,
          }),
        ]
      : []),
    ...figures,
  );
}

function drawGrid({ left, right, top, bottom }: Layout): string[] {
  return [0, 0.25, 0.5, 0.75, 1].flatMap((share) => {
    const x = left + share * (right - left);
    const style = share === 0 ? { class: 'axis', stroke: '#5b6673' } : { class: 'line', stroke: '#d9dfe5' };
    const name = { class: 'muted', x, y: bottom + 16, 'font-size': 12, 'text-anchor': 'middle' };
    return [
      element('line', { ...style, x1: x, x2: x, y1: top, y2: bottom }),
      ...(share % 0.5 === 0 ? [element('text', name, escapeText(formatShare(share)))] : []),
    ];
  });
}

function drawChance(chance: number, { left, right, top, bottom }: Layout): string[] {
  const x = left + chance * (right - left);
  const name = `chance ${formatShare(chance)}`;
  const middle = Math.max(left + textWidth(name, 12) / 2, Math.min(x, right));
  return [
    element('line', {
      class: 'series1',
      stroke: seriesColours[1]!.light,
      'stroke-width': 2,
      'stroke-dasharray': '4 3',
      x1: x,
      x2: x,
      y1: top - 4,
      y2: bottom,
    }),
    element(
      'text',
      { class: 'muted', x: middle, y: top - 8, 'font-size': 12, 'text-anchor': 'middle' },
      escapeText(name),
    ),
  ];
}

function describe({ scores, labels, measure = 'recall', chance }: PerClassSvgOptions): string {
  const said = scores.map(
    (row, i) =>
      `${labels[i]!} ${row.support > 0 ? `${formatShare(row[measure])} of ${row.support}` : 'no items'}`,
  );
  const level = chance === undefined ? '' : ` Chance is ${formatShare(chance)}.`;
  return `${measureNames[measure]}: ${said.join(', ')}.${level}`;
}

function check(options: PerClassSvgOptions): PerClassSvgOptions {
  const { scores, labels, chance = 0, width = 480 } = options;
  if (labels.length === 0 || scores.length !== labels.length) {
    throw new MetricsError(
      'length-mismatch',
      `\`scores\` must have a row for each of the \`labels\` (at least 1), got ${scores.length} and ${labels.length}.`,
    );
  }
  if (!(chance >= 0 && chance <= 1)) {
    throw new MetricsError('invalid-option', `\`chance\` must lie in [0, 1], got \`${chance}\`.`);
  }
  if (!(width >= 320 && Number.isFinite(width))) {
    throw new MetricsError('invalid-option', `\`width\` must be at least 320 px, got \`${width}\`.`);
  }
  return options;
}
