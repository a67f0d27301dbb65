import { element, textElement, tooltip } from '../drawing/element.js';
import type { Drawing } from '../drawing/figure.js';
import { seriesFill, seriesStroke } from '../drawing/seriesStroke.js';
import type { Axis } from './scatterAxes.js';
import type { PlacedPoint, ScatterModel } from './scatterModel.js';

const plotHeight = 142;
const small = { class: 'muted', 'font-size': 12 };

/** Letters per px, about. */
const lettersPerPixel = 1 / 6.5;

interface Area {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export function drawScatter({ points, x, y }: ScatterModel, width: number): Drawing {
  const area = { left: 40, right: width - 12, top: 6, bottom: 6 + plotHeight };
  return {
    width,
    height: area.bottom + 40,
    body: [
      ...drawLines(y, area),
      ...drawLabels(x, area),
      ...points.map((point) => drawPoint(point, { x, y }, area)),
    ],
  };
}

function drawLines({ ticks }: Axis, { left, right, top, bottom }: Area): string[] {
  return ticks.flatMap(({ at, text }) => {
    const y = bottom - at * (bottom - top);
    return [
      element('line', { class: 'line', stroke: '#d9dfe5', x1: left, x2: right, y1: y, y2: y }),
      textElement({ ...small, x: left - 8, y: y + 4, 'text-anchor': 'end' }, text),
    ];
  });
}

function drawLabels({ ticks, isDiscrete }: Axis, area: Area): string[] {
  const room = isDiscrete ? Math.floor(((area.right - area.left) / ticks.length) * lettersPerPixel) : 12;
  return ticks.map(({ at, text }) => {
    const anchor = isDiscrete || (at > 0.05 && at < 0.95) ? 'middle' : at < 0.5 ? 'start' : 'end';
    const shown = text.length > room ? `${text.slice(0, Math.max(1, room - 1))}…` : text;
    const place = { ...small, x: across(at, area), y: area.bottom + 24, 'text-anchor': anchor };
    return element('g', {}, tooltip(text), textElement(place, shown));
  });
}

function drawPoint(
  { index, x: setting, y: score, text, isHollow = false, isBest = false }: PlacedPoint,
  { x, y }: { readonly x: Axis; readonly y: Axis },
  area: Area,
): string {
  // Points with the same setting are next to each other.
  const aside = x.isDiscrete ? (((index + 1) % 5) - 2) * 4 : 0;
  const cx = across(x.at(setting), area) + aside;
  const cy = area.bottom - (score === undefined ? 0 : y.at(score)) * (area.bottom - area.top);
  if (score === undefined) {
    const place = { x: cx, y: cy + 4, 'text-anchor': 'middle', 'font-size': 15 };
    return element('text', { ...place, ...seriesFill(1) }, tooltip(text), '×');
  }
  const stroke = { ...seriesStroke(0), 'stroke-width': 1.5 };
  return (
    element(
      'g',
      { class: isHollow ? 'hollow' : 'filled' },
      tooltip(text),
      isHollow
        ? element('circle', { cx, cy, r: 4, ...stroke })
        : element('circle', { cx, cy, r: 5, ...seriesFill(0), 'fill-opacity': 0.75 }) +
            element('circle', { cx, cy, r: 5, ...stroke }),
    ) + (isBest ? element('circle', { cx, cy, r: 9, ...seriesStroke(1) }) : '')
  );
}

function across(at: number, { left, right }: Area): number {
  return left + 8 + at * (right - left - 16);
}
