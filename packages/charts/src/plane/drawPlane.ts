import { element, textElement, tooltip } from '../drawing/element.js';
import type { Drawing } from '../drawing/figure.js';
import { seriesFill, seriesStroke } from '../drawing/seriesStroke.js';
import { textWidth } from '../drawing/textWidth.js';
import { placeText, type PlaneGroup, type PlaneModel, type PlanePoint } from './planeModel.js';

const small = { class: 'muted', 'font-size': 12 };
const line = { class: 'line', stroke: '#d9dfe5' };
/** Shares of an axis at which it has lines. */
const shares = [0, 0.25, 0.5, 0.75, 1];

interface Area {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export function drawPlane(model: PlaneModel, width: number): Drawing {
  const area = { left: 56, right: width - 16, top: 26, bottom: 26 + Math.min(320, width * 0.72) };
  return {
    width,
    height: area.bottom + 66,
    body: [
      ...drawGrid(model, area),
      ...model.items.map((item) => drawItem(place(item, model, area))),
      ...model.groups.map((group) => drawGroup(group, model, area)),
      ...drawLegend(area),
    ],
  };
}

function drawGrid(
  { xLabel, yLabel, xRange, yRange }: PlaneModel,
  { left, right, top, bottom }: Area,
): string[] {
  const lines = shares.flatMap((share) => {
    const x = left + share * (right - left);
    const y = bottom - share * (bottom - top);
    const hasText = share % 0.5 === 0;
    const anchor = share === 0 ? 'start' : share === 1 ? 'end' : 'middle';
    return [
      element('line', { ...line, x1: x, x2: x, y1: top, y2: bottom }),
      element('line', { ...line, x1: left, x2: right, y1: y, y2: y }),
      ...(hasText
        ? [
            textElement({ ...small, x, y: bottom + 16, 'text-anchor': anchor }, tickText(xRange, share)),
            textElement({ ...small, x: left - 8, y: y + 4, 'text-anchor': 'end' }, tickText(yRange, share)),
          ]
        : []),
    ];
  });
  return [
    ...lines,
    textElement({ ...small, x: 8, y: 12 }, yLabel),
    textElement({ ...small, x: (left + right) / 2, y: bottom + 34, 'text-anchor': 'middle' }, xLabel),
  ];
}

function tickText([low, high]: readonly [number, number], share: number): string {
  return String(Number((low + share * (high - low)).toPrecision(3))).replace('-', '−');
}

function drawItem({ x, y }: PlanePoint): string {
  return element('circle', { cx: x, cy: y, r: 2.5, class: 'muted', fill: '#5b6673', 'fill-opacity': 0.3 });
}

/** From the actual mean, hollow, to the predicted one, filled; the name is on the other side of the actual one. */
function drawGroup(group: PlaneGroup, model: PlaneModel, area: Area): string {
  const { name } = group;
  const from = place(group.actual, model, area);
  const to = place(group.predicted, model, area);
  const fits = from.x + 10 + textWidth(name, 13) < area.right;
  return element(
    'g',
    {},
    tooltip(`${name}: actual ${placeText(group.actual)}, predicted ${placeText(group.predicted)}`),
    element('line', { class: 'ink', stroke: '#1f2933', x1: from.x, y1: from.y, x2: to.x, y2: to.y }),
    element('circle', { cx: from.x, cy: from.y, r: 5, ...seriesStroke(0) }),
    element('circle', { cx: to.x, cy: to.y, r: 5, ...seriesFill(0) }),
    textElement(
      {
        ...{
          x: from.x + (fits ? 9 : -9),
          y: from.y + (to.y < from.y ? 17 : -8),
          'font-size': 13,
          'font-weight': 600,
        },
        'text-anchor': fits ? 'start' : 'end',
      },
      name,
    ),
  );
}

function drawLegend({ left, bottom }: Area): string[] {
  const y = bottom + 54;
  return [
    element('circle', { cx: left, cy: y - 4, r: 5, ...seriesStroke(0) }),
    textElement({ x: left + 10, y, 'font-size': 12 }, 'actual mean'),
    element('circle', { cx: left + 110, cy: y - 4, r: 5, ...seriesFill(0) }),
    textElement({ x: left + 120, y, 'font-size': 12 }, 'predicted mean'),
  ];
}

function place({ x, y }: PlanePoint, { xRange, yRange }: PlaneModel, area: Area): PlanePoint {
  return {
    x: area.left + ((x - xRange[0]) / (xRange[1] - xRange[0])) * (area.right - area.left),
    y: area.bottom - ((y - yRange[0]) / (yRange[1] - yRange[0])) * (area.bottom - area.top),
  };
}
