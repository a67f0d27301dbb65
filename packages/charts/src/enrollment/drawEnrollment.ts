import { curveNames, nameGap, nameSize } from '../drawing/curveNames.js';
import { element, textElement, tooltip } from '../drawing/element.js';
import type { Drawing } from '../drawing/figure.js';
import { formatShare } from '../drawing/formatShare.js';
import { axesFoot, type Plot, plotAxes } from '../drawing/plotAxes.js';
import { seriesColors } from '../drawing/seriesColors.js';
import { seriesFill, seriesStroke } from '../drawing/seriesStroke.js';
import { sharePlot } from '../drawing/squarePlot.js';
import { textWidth } from '../drawing/textWidth.js';
import { pathOf, type Point } from '../drawing/thinLine.js';
import type { EnrollmentCurve, EnrollmentModel, EnrollmentPoint } from './enrollmentModel.js';

export function drawEnrollment({ curves, measure, xLabel, chance }: EnrollmentModel, width: number): Drawing {
  const plot = plotOf(curves, width);
  const ends = curves.map(({ name, points }) => {
    const [x, y] = placeOf(points.at(-1)!, plot);
    return { name, end: { x, y } };
  });
  return {
    width,
    height: plot.bottom + axesFoot,
    body: [
      ...plotAxes(plot, { x: xLabel, y: measure }),
      ...(chance === undefined ? [] : [drawChance(chance, plot)]),
      ...curves.map((curve, i) => drawBand(curve, i, plot)),
      ...curves.map((curve, i) => drawCurve(curve, i, plot)),
      ...curveNames(ends, plot),
    ],
  };
}

function plotOf(curves: readonly EnrollmentCurve[], width: number): Plot {
  const counts = curves.flatMap(({ points }) => points.map(({ clips }) => clips));
  const nameWidth = Math.max(...curves.map(({ name }) => textWidth(name, nameSize)));
  const [low, high] = [Math.min(...counts), Math.max(...counts)];
  return sharePlot({
    width,
    right: width - Math.min(nameWidth, width * 0.34) - nameGap,
    height: 210,
    low: low === high ? low - 1 : low,
    high: low === high ? high + 1 : high,
  });
}

function placeOf({ clips, value }: EnrollmentPoint, plot: Plot): Point {
  return [plot.x(clips), plot.y(value)];
}

/** The intervals of neighboring points, joined. */
function drawBand({ points }: EnrollmentCurve, index: number, plot: Plot): string {
  const withInterval = points.filter(({ low, high }) => low !== undefined && high !== undefined);
  if (withInterval.length < 2) return '';
  const upper = withInterval.map(({ clips, high }): Point => [plot.x(clips), plot.y(high!)]);
  const lower = withInterval.map(({ clips, low }): Point => [plot.x(clips), plot.y(low!)]);
  const d = `${pathOf([...upper, ...lower.reverse()])}Z`;
  return element('path', { d, ...seriesFill(index), 'fill-opacity': 0.18 });
}

function drawCurve({ name, points }: EnrollmentCurve, index: number, plot: Plot): string {
  const places = points.map((point) => placeOf(point, plot));
  return element(
    'g',
    {},
    tooltip(name),
    element('path', { ...seriesStroke(index), d: pathOf(places) }),
    ...places.map((place) => drawMarker(place, index)),
  );
}

/** A circle, a square, or a diamond, so that curves differ in more than color. */
function drawMarker([x, y]: Point, index: number): string {
  const shape = index % 3;
  if (shape === 0) return element('circle', { cx: x, cy: y, r: 3.5, ...seriesFill(index) });
  return element('rect', {
    ...{ x: x - 3, y: y - 3, width: 6, height: 6, ...seriesFill(index) },
    ...(shape === 2 && { transform: `rotate(45 ${x.toFixed(1)} ${y.toFixed(1)})` }),
  });
}

function drawChance(chance: number, plot: Plot): string {
  const y = plot.y(chance);
  return (
    element('line', {
      ...{ class: 'series5', stroke: seriesColors[5]!.light, 'stroke-dasharray': '4 3' },
      ...{ x1: plot.left, x2: plot.right, y1: y, y2: y },
    }) +
    textElement(
      { class: 'muted', 'font-size': 12, x: plot.right, y: y - 5, 'text-anchor': 'end' },
      `chance ${formatShare(chance)}`,
    )
  );
}
