import { type Attributes, element, textElement, tooltip } from '../drawing/element.js';
import type { Drawing } from '../drawing/figure.js';
import { seriesStroke } from '../drawing/seriesStroke.js';
import { fitText } from '../drawing/textWidth.js';
import { pathOf, type Point, thinLine } from '../drawing/thinLine.js';
import type { RocCurvesModel, RocPanel } from './rocCurvesModel.js';

const left = 34;
const gap = 12;
const nameLine = 20;
const small = { 'font-size': 12, class: 'muted' };

export function drawRocCurves({ panels }: RocCurvesModel, width: number): Drawing {
  const columns = columnsFor(panels.length, width);
  const size = Math.min((width - left - 8) / columns - gap, 160);
  const bottom = Math.ceil(panels.length / columns) * (size + nameLine + 12);
  const middle = left + (columns * (size + gap)) / 2;
  return {
    width,
    height: 16 + bottom + 40,
    body: [
      textElement({ ...small, x: 8, y: 10 }, 'true positive rate'),
      ...panels.map((panel, i) => {
        const x = left + (i % columns) * (size + gap);
        const y = 16 + Math.floor(i / columns) * (size + nameLine + 12);
        const isOuter = { left: i % columns === 0, bottom: i + columns >= panels.length };
        return element('g', { transform: `translate(${round(x)} ${y})` }, ...drawPanel(panel, size, isOuter));
      }),
      textElement({ ...small, x: middle, y: bottom + 48, 'text-anchor': 'middle' }, 'false positive rate'),
    ],
  };
}

/** As many as fit; four panels are two by two. */
function columnsFor(nPanels: number, width: number): number {
  if (nPanels === 4) return 2;
  return Math.min(nPanels, width >= 440 ? 4 : 3);
}

/** Whether a panel is at an edge of the grid, so that its axis is labeled. */
interface OuterEdges {
  readonly left: boolean;
  readonly bottom: boolean;
}

function drawPanel({ name, area, text, points }: RocPanel, size: number, isOuter: OuterEdges): string[] {
  const y = (share: number) => nameLine + size - share * size;
  const line = thinLine(points, 0.3 / size).map(([a, b]): Point => [a * size, y(b)]);
  return [
    tooltip(text),
    textElement({ y: 14, 'font-size': 12 }, fitText(name, size - 32, 12)),
    textElement({ x: size, y: 14, 'font-size': 12, 'font-weight': 600, 'text-anchor': 'end' }, area),
    ...[0, 0.5, 1].flatMap((share) => [
      element('line', { ...grid(share === 0), x1: 0, x2: size, y1: y(share), y2: y(share) }),
      element('line', { ...grid(share === 0), x1: share * size, x2: share * size, y1: y(0), y2: y(1) }),
    ]),
    drawDiagonal([0, y(0)], [size, y(1)]),
    line.length === 0
      ? textElement({ ...small, x: 6, y: y(0.5) }, 'no items')
      : element('path', { ...seriesStroke(0), d: pathOf(line) }),
    ...drawTicks(size, y, isOuter),
  ];
}

function drawTicks(size: number, y: (share: number) => number, isOuter: OuterEdges): string[] {
  const tick = (text: string, place: Attributes) =>
    textElement({ ...small, 'font-size': 11, ...place }, text);
  const vertical = ['1', '0'].map((text) =>
    tick(text, { x: -6, y: y(Number(text)) + 4, 'text-anchor': 'end' }),
  );
  const horizontal = ['0', '1'].map((text) =>
    tick(text, { x: Number(text) * size, y: y(0) + 14, 'text-anchor': 'middle' }),
  );
  return [...(isOuter.left ? vertical : []), ...(isOuter.bottom ? horizontal : [])];
}

/** The curve of guessing. */
function drawDiagonal(from: Point, to: Point): string {
  const style = { class: 'axis', stroke: '#5b6673', 'stroke-dasharray': '3 3' };
  return element('path', { d: pathOf([from, to]), ...style });
}

function grid(isAxis: boolean): Attributes {
  return isAxis ? { class: 'axis', stroke: '#5b6673' } : { class: 'line', stroke: '#d9dfe5' };
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
