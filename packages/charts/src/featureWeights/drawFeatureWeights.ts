import { element, textElement, tooltip } from '../drawing/element.js';
import type { Drawing } from '../drawing/figure.js';
import { signedShade } from '../drawing/shade.js';
import { fitText, textWidth } from '../drawing/textWidth.js';
import { themedFill } from '../drawing/themedFill.js';
import { type FeatureWeightsModel, formatWeight, type WeightedFeature } from './featureWeightsModel.js';

const labelSize = 12;
const rowHeight = 24;

interface Layout {
  /** Left edge of the cells, px. */
  readonly left: number;
  /** Width of a cell, px. */
  readonly cell: number;
  /** Height of all rows, px. */
  readonly extent: number;
  /** Class labels are slanted where they would touch. */
  readonly isSlanted: boolean;
  /** The largest absolute weight. */
  readonly greatest: number;
  readonly labels: readonly string[];
}

export function drawFeatureWeights(model: FeatureWeightsModel, width: number): Drawing {
  const { labels, features } = model;
  const layout = layOut(model, width);
  const { left, cell, extent } = layout;
  const foot = extent + (layout.isSlanted ? 72 : 24);
  const note = '+ speaks for, − against the class; per standard deviation';
  return {
    width: Math.max(width, left + cell * labels.length + 8),
    height: foot + 20,
    body: [
      ...features.flatMap((feature, row) => drawFeature(feature, row, layout)),
      ...labels.map((label, i) => drawLabel(label, i, layout)),
      textElement({ class: 'muted', x: 8, y: foot + 12, 'font-size': 12 }, note),
    ],
  };
}

function layOut({ labels, features }: FeatureWeightsModel, width: number): Layout {
  const longest = Math.max(...features.map(({ name }) => textWidth(name, labelSize)));
  const left = Math.min(longest, width * 0.45) + 14;
  const cell = Math.max(34, Math.min(64, (width - left - 8) / labels.length));
  return {
    left,
    cell,
    extent: features.length * rowHeight,
    isSlanted: Math.max(...labels.map((label) => textWidth(label, labelSize))) > cell - 6,
    greatest: Math.max(...features.flatMap(({ weights }) => weights.map(Math.abs)), 1e-300),
    labels,
  };
}

function drawLabel(label: string, index: number, { left, cell, extent, isSlanted }: Layout): string {
  const x = left + (index + 0.5) * cell;
  const place = isSlanted
    ? { 'text-anchor': 'end', transform: `translate(${Math.round(x + 5)} ${extent + 14}) rotate(-45)` }
    : { 'text-anchor': 'middle', x, y: extent + 18 };
  return textElement({ ...place, 'font-size': labelSize }, fitText(label, 92, labelSize));
}

function drawFeature({ name, weights }: WeightedFeature, row: number, layout: Layout): string[] {
  const { left } = layout;
  const place = { x: left - 6, y: row * rowHeight + 16, 'text-anchor': 'end', 'font-size': labelSize };
  return [
    element('g', {}, tooltip(name), textElement(place, fitText(name, left - 12, labelSize))),
    ...weights.map((weight, i) => drawWeight(weight, `${name}, ${layout.labels[i]!}`, [row, i], layout)),
  ];
}

function drawWeight(
  weight: number,
  name: string,
  [row, column]: readonly [row: number, column: number],
  { left, cell, greatest }: Layout,
): string {
  const { fill, text } = signedShade(weight / greatest);
  const [x, y] = [left + column * cell, row * rowHeight];
  const middle = { x: x + cell / 2, y: y + 16, 'text-anchor': 'middle', 'font-size': cell < 40 ? 10 : 11 };
  return element(
    'g',
    {},
    tooltip(`${name}: ${formatWeight(weight)}`),
    element('rect', {
      ...{ x: x + 1, y: y + 1, width: cell - 2, height: rowHeight - 2, rx: 2 },
      ...themedFill(fill),
    }),
    textElement({ ...middle, ...themedFill(text) }, formatWeight(weight)),
  );
}
