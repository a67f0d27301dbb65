import { normalizeRows } from '@ser/metrics';
import type { ConfusionMatrix } from '@ser/metrics';
import { describeConfusionMatrix, formatCount } from './describeConfusionMatrix.js';
import { element, escapeText } from './drawing/element.js';
import { figure } from './drawing/figure.js';
import { formatShare } from './drawing/formatShare.js';
import { shade } from './drawing/shade.js';
import { fitText, textWidth } from './drawing/textWidth.js';
import { themedFill } from './drawing/themedFill.js';
import { ChartError } from './errors.js';

export interface ConfusionMatrixSvgOptions {
  /** Counts of shape `[nClasses, nClasses]`, row = actual, as `confusionMatrix` gives. */
  readonly matrix: ConfusionMatrix;
  /** The name of each class, in the order of the matrix. */
  readonly labels: readonly string[];
  /** @default 'Confusion matrix' */
  readonly title?: string;
}

/**
 * The confusion matrix as an SVG picture: in each cell the count and its share of the actual class (row);
 * the darker (on a dark page: the brighter), the larger the share.
 *
 * @returns SVG markup with a text alternative, all text escaped, for light and dark pages
 * @throws {SerError} `length-mismatch` when matrix and labels disagree; `invalid-option` for a count below 0
 *
 * @example
 * const svg = confusionMatrixSvg({ matrix: [[8, 2], [1, 9]], labels: ['angry', 'sad'] });
 */
export function confusionMatrixSvg(options: ConfusionMatrixSvgOptions): string {
  const { matrix, labels, title = 'Confusion matrix' } = checkConfusionMatrix(options);
  const shares = normalizeRows(matrix);
  const layout = layOut(labels);
  const cells = matrix.flatMap((row, actual) =>
    row.map((count, predicted) => {
      const cell = { actual, predicted, count, share: shares[actual]![predicted]! };
      return drawCell(cell, labels, layout);
    }),
  );
  return figure({
    width: layout.width,
    height: layout.height,
    title,
    description: describeConfusionMatrix(options),
    body: [
      ...cells,
      ...drawRowLabels(labels, layout),
      ...drawColumnLabels(labels, layout),
      ...drawAxes(layout),
    ],
  });
}

const labelSize = 13;
const maxLabelWidth = 150;

interface Layout {
  /** Edge of a cell, px. */
  readonly cell: number;
  /** Left edge of the cells, px. */
  readonly left: number;
  /** Edge of the whole grid, px. */
  readonly extent: number;
  /** Column labels stand aslant where they would touch. */
  readonly slanted: boolean;
  /** Height of the column labels, px. */
  readonly foot: number;
  readonly width: number;
  readonly height: number;
}

function layOut(labels: readonly string[]): Layout {
  const longest = Math.max(...labels.map((label) => Math.min(textWidth(label, labelSize), maxLabelWidth)));
  const left = 28 + longest + 8;
  const cell = Math.max(46, Math.min(84, (470 - left - 12) / labels.length));
  const extent = cell * labels.length;
  const slanted = longest > cell - 6;
  const foot = slanted ? (longest + labelSize) * Math.SQRT1_2 + 8 : 24;
  return {
    cell,
    left,
    extent,
    slanted,
    foot,
    width: Math.max(left + extent + 12, 280),
    height: extent + foot + 50,
  };
}

interface Cell {
  readonly actual: number;
  readonly predicted: number;
  readonly count: number;
  /** Share of the row. */
  readonly share: number;
}

function drawCell(
  { actual, predicted, count, share }: Cell,
  labels: readonly string[],
  layout: Layout,
): string {
  const { cell, left } = layout;
  const x = left + predicted * cell;
  const y = actual * cell;
  const { fill, text } = shade(share);
  const middle = { x: x + cell / 2, 'text-anchor': 'middle', ...themedFill(text) };
  const weight = actual === predicted ? 600 : undefined;
  const lines =
    count === 0
      ? [element('text', { ...middle, y: y + cell / 2 + 5, 'font-size': 13, opacity: 0.65 }, '0')]
      : [
          element(
            'text',
            { ...middle, y: y + cell / 2 - 1, 'font-size': 15, 'font-weight': weight },
            formatCount(count),
          ),
          element(
            'text',
            { ...middle, y: y + cell / 2 + 14, 'font-size': 11.5 },
            escapeText(formatShare(share)),
          ),
        ];
  const name = `actual ${labels[actual]!}, predicted ${labels[predicted]!}: ${formatCount(count)} (${formatShare(share)})`;
  return element(
    'g',
    {},
    element('title', {}, escapeText(name)),
    element('rect', { x: x + 1, y: y + 1, width: cell - 2, height: cell - 2, rx: 3, ...themedFill(fill) }),
    ...lines,
  );
}

function drawRowLabels(labels: readonly string[], { cell, left }: Layout): string[] {
  return labels.map((label, row) =>
    drawLabel(label, { x: left - 8, y: row * cell + cell / 2 + 4.5, 'text-anchor': 'end' }),
  );
}

function drawColumnLabels(labels: readonly string[], { cell, left, extent, slanted }: Layout): string[] {
  return labels.map((label, column) => {
    const x = left + column * cell + cell / 2;
    if (!slanted) return drawLabel(label, { x, y: extent + 18, 'text-anchor': 'middle' });
    return drawLabel(label, {
      'text-anchor': 'end',
      transform: `translate(${Math.round(x + 5)} ${Math.round(extent + 14)}) rotate(-45)`,
    });
  });
}

function drawLabel(label: string, attributes: Readonly<Record<string, string | number>>): string {
  const shown = fitText(label, maxLabelWidth, labelSize);
  const full = shown === label ? [] : [element('title', {}, escapeText(label))];
  return element('text', { ...attributes, 'font-size': labelSize }, ...full, escapeText(shown));
}

function drawAxes({ left, extent, foot }: Layout): string[] {
  const centre = left + extent / 2;
  return [
    element(
      'text',
      { class: 'muted', 'text-anchor': 'middle', transform: `translate(18 ${extent / 2}) rotate(-90)` },
      'actual',
    ),
    element(
      'text',
      { class: 'muted', 'text-anchor': 'middle', x: centre, y: extent + foot + 14 },
      'predicted',
    ),
    element(
      'text',
      { class: 'muted', x: 8, y: extent + foot + 38, 'font-size': 12 },
      'count, and % of the actual class (row)',
    ),
  ];
}

export function checkConfusionMatrix(options: ConfusionMatrixSvgOptions): ConfusionMatrixSvgOptions {
  const { matrix, labels } = options;
  if (
    labels.length === 0 ||
    matrix.length !== labels.length ||
    matrix.some((row) => row.length !== labels.length)
  ) {
    throw new ChartError(
      'length-mismatch',
      `\`matrix\` must have a row and a column for each of the ${labels.length} \`labels\` (at least 1), got rows of ${matrix.map((row) => row.length).join(', ') || 'nothing'}.`,
    );
  }
  const bad = matrix.flat().find((count) => !(count >= 0 && Number.isFinite(count)));
  if (bad !== undefined) {
    throw new ChartError('invalid-option', `\`matrix\` must hold counts >= 0, got \`${bad}\`.`);
  }
  return options;
}
