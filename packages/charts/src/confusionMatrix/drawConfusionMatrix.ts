import { type Attributes, element, textElement, tooltip } from '../drawing/element.js';
import type { Drawing } from '../drawing/figure.js';
import { formatShare } from '../drawing/formatShare.js';
import { shade } from '../drawing/shade.js';
import { fitText, textWidth } from '../drawing/textWidth.js';
import { themedFill } from '../drawing/themedFill.js';
import { type ConfusionMatrixModel, formatCount, type MatrixCell } from './confusionMatrixModel.js';

/** Cells are 46 to 84 px wide, so that the matrix fits `width` if possible. */
export function drawConfusionMatrix({ labels, cells }: ConfusionMatrixModel, width: number): Drawing {
  const layout = layOut(labels, width);
  return {
    width: layout.width,
    height: layout.height,
    body: [
      ...cells.map((cell) => drawCell(cell, labels, layout)),
      ...drawRowLabels(labels, layout),
      ...drawColumnLabels(labels, layout),
      ...drawAxes(layout),
    ],
  };
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
  /** Column labels are slanted where they would touch. */
  readonly isSlanted: boolean;
  /** Height of the column labels, px. */
  readonly foot: number;
  readonly width: number;
  readonly height: number;
}

function layOut(labels: readonly string[], width: number): Layout {
  const longest = Math.max(...labels.map((label) => Math.min(textWidth(label, labelSize), maxLabelWidth)));
  const left = 28 + longest + 8;
  const cell = Math.max(46, Math.min(84, (width - 22 - left) / labels.length));
  const extent = cell * labels.length;
  const isSlanted = longest > cell - 6;
  const foot = isSlanted ? (longest + labelSize) * Math.SQRT1_2 + 8 : 24;
  return {
    ...{ cell, left, extent, isSlanted, foot },
    width: Math.max(left + extent + 12, 280),
    height: extent + foot + 50,
  };
}

function drawCell(
  { actual, predicted, count, share }: MatrixCell,
  labels: readonly string[],
  { cell, left }: Layout,
): string {
  const [x, y] = [left + predicted * cell, actual * cell];
  const { fill, text } = shade(share);
  const middle = { x: x + cell / 2, 'text-anchor': 'middle', ...themedFill(text) };
  const weight = actual === predicted ? 600 : undefined;
  const lines =
    count === 0
      ? [textElement({ ...middle, y: y + cell / 2 + 5, 'font-size': 13, opacity: 0.65 }, '0')]
      : [
          textElement(
            { ...middle, y: y + cell / 2 - 1, 'font-size': 15, 'font-weight': weight },
            formatCount(count),
          ),
          textElement({ ...middle, y: y + cell / 2 + 14, 'font-size': 11.5 }, formatShare(share)),
        ];
  const name = `actual ${labels[actual]!}, predicted ${labels[predicted]!}: ${formatCount(count)} (${formatShare(share)})`;
  return element(
    'g',
    {},
    tooltip(name),
    element('rect', { x: x + 1, y: y + 1, width: cell - 2, height: cell - 2, rx: 3, ...themedFill(fill) }),
    ...lines,
  );
}

function drawRowLabels(labels: readonly string[], { cell, left }: Layout): string[] {
  return labels.map((label, row) =>
    drawLabel(label, { x: left - 8, y: row * cell + cell / 2 + 4.5, 'text-anchor': 'end' }),
  );
}

function drawColumnLabels(labels: readonly string[], { cell, left, extent, isSlanted }: Layout): string[] {
  return labels.map((label, column) => {
    const x = left + column * cell + cell / 2;
    if (!isSlanted) return drawLabel(label, { x, y: extent + 18, 'text-anchor': 'middle' });
    return drawLabel(label, {
      'text-anchor': 'end',
      transform: `translate(${Math.round(x + 5)} ${Math.round(extent + 14)}) rotate(-45)`,
    });
  });
}

/** A label cut to fit; then its tooltip is the whole label. */
function drawLabel(label: string, attributes: Attributes): string {
  const shown = fitText(label, maxLabelWidth, labelSize);
  const text = textElement({ ...attributes, 'font-size': labelSize }, shown);
  return shown === label ? text : element('g', {}, tooltip(label), text);
}

function drawAxes({ left, extent, foot }: Layout): string[] {
  const muted = { class: 'muted', 'text-anchor': 'middle' };
  return [
    textElement({ ...muted, transform: `translate(18 ${extent / 2}) rotate(-90)` }, 'actual'),
    textElement({ ...muted, x: left + extent / 2, y: extent + foot + 14 }, 'predicted'),
    textElement(
      { class: 'muted', x: 8, y: extent + foot + 38, 'font-size': 12 },
      'count, and % of the actual class (row)',
    ),
  ];
}
