import { checkShare, checkSome } from './drawing/checkShares.js';
import { type WidthOption, checkWidth } from './drawing/checkWidth.js';
import { curveNames, nameGap, nameSize } from './drawing/curveNames.js';
import { element, escapeText } from './drawing/element.js';
import { figure } from './drawing/figure.js';
import { formatShare } from './drawing/formatShare.js';
import { axesFoot, plotAxes, type Plot } from './drawing/plotAxes.js';
import { seriesColours } from './drawing/seriesColours.js';
import { seriesFill, seriesStroke } from './drawing/seriesStroke.js';
import { sharePlot } from './drawing/squarePlot.js';
import { textWidth } from './drawing/textWidth.js';
import { type Point, pathOf } from './drawing/thinLine.js';
import { ChartError } from './errors.js';

/** How well a model does once it has heard so many clips of a new voice. */
export interface EnrolmentPoint {
  /** At least 0. */
  readonly clips: number;
  /** In `[0, 1]`. */
  readonly value: number;
  /** Low end of its interval, in `[0, 1]`. @default none */
  readonly low?: number;
  /** High end of its interval, in `[0, 1]`. @default none */
  readonly high?: number;
}

export interface EnrolmentCurve {
  readonly name: string;
  /** At least one, in rising order of `clips`. */
  readonly points: readonly EnrolmentPoint[];
}

export interface EnrolmentCurveSvgOptions extends WidthOption {
  /** At least one. */
  readonly curves: readonly EnrolmentCurve[];
  /** What the values are. @default 'UAR' */
  readonly measure?: string;
  /** @default 'clips of the new voice' */
  readonly xLabel?: string;
  /** Chance level in `[0, 1]`, drawn as a dashed line. @default no line */
  readonly chance?: number;
  /** @default the measure and 'by clips heard of a new voice' */
  readonly title?: string;
}

/**
 * What hearing some clips of a new voice brings: a curve with the interval of each point, named at its end.
 *
 * @returns SVG markup with a text alternative, all text escaped, for light and dark pages
 * @throws {SerError} `no-items`; `invalid-option` for a share outside `[0, 1]`, for `clips` and for `width`
 *
 * @example
 * enrolmentCurveSvg({ curves: [{ name: 'ridge', points: [{ clips: 0, value: 0.5 }, { clips: 10, value: 0.62 }] }] });
 */
export function enrolmentCurveSvg(options: EnrolmentCurveSvgOptions): string {
  const { curves, measure = 'UAR', xLabel = 'clips of the new voice', chance } = checkEnrolment(options);
  const width = checkWidth(options);
  const plot = plotOf(curves, width);
  const ends = curves.map(({ name, points }) => ({ name, end: placeOf(points.at(-1)!, plot) }));
  return figure({
    width,
    height: plot.bottom + axesFoot,
    title: titleEnrolment(options),
    description: describeEnrolment(options),
    body: [
      ...plotAxes(plot, { x: xLabel, y: measure }),
      ...(chance === undefined ? [] : [drawChance(chance, plot)]),
      ...curves.map((curve, i) => drawBand(curve, i, plot)),
      ...curves.map((curve, i) => drawCurve(curve, i, plot)),
      ...curveNames(ends, plot),
    ],
  });
}

function plotOf(curves: readonly EnrolmentCurve[], width: number): Plot {
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

function placeOf({ clips, value }: EnrolmentPoint, plot: Plot): { readonly x: number; readonly y: number } {
  return { x: plot.x(clips), y: plot.y(value) };
}

/** The intervals of neighbouring points, joined. */
function drawBand({ points }: EnrolmentCurve, index: number, plot: Plot): string {
  const sure = points.filter(({ low, high }) => low !== undefined && high !== undefined);
  if (sure.length < 2) return '';
  const upper = sure.map(({ clips, high }): Point => [plot.x(clips), plot.y(high!)]);
  const lower = sure.map(({ clips, low }): Point => [plot.x(clips), plot.y(low!)]);
  const d = `${pathOf([...upper, ...lower.reverse()])}Z`;
  return element('path', { d, ...seriesFill(index), 'fill-opacity': 0.18 });
}

function drawCurve({ name, points }: EnrolmentCurve, index: number, plot: Plot): string {
  const places = points.map((point) => placeOf(point, plot));
  return element(
    'g',
    {},
    element('title', {}, escapeText(name)),
    element('path', { ...seriesStroke(index), d: pathOf(places.map(({ x, y }): Point => [x, y])) }),
    ...places.map(({ x, y }) => drawMarker(x, y, index)),
  );
}

/** A circle, a square or a diamond: the curves differ in more than colour. */
function drawMarker(x: number, y: number, index: number): string {
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
      ...{ class: 'series5', stroke: seriesColours[5]!.light, 'stroke-dasharray': '4 3' },
      ...{ x1: plot.left, x2: plot.right, y1: y, y2: y },
    }) +
    element(
      'text',
      { class: 'muted', 'font-size': 12, x: plot.right, y: y - 5, 'text-anchor': 'end' },
      escapeText(`chance ${formatShare(chance)}`),
    )
  );
}

export function titleEnrolment({ title, measure = 'UAR' }: EnrolmentCurveSvgOptions): string {
  return title ?? `${measure} by clips heard of a new voice`;
}

/** The curves in words: where they start and end. */
export function describeEnrolment({ curves, chance }: EnrolmentCurveSvgOptions): string {
  const said = curves.map(({ name, points }) => {
    const [first, last] = [points[0]!, points.at(-1)!];
    return `${name}: ${formatShare(first.value)} with ${first.clips} clips, ${formatShare(last.value)} with ${last.clips}.`;
  });
  return [...said, ...(chance === undefined ? [] : [`Chance is ${formatShare(chance)}.`])].join(' ');
}

export function checkEnrolment(options: EnrolmentCurveSvgOptions): EnrolmentCurveSvgOptions {
  checkSome('curves', options.curves);
  checkShare('chance', options.chance);
  for (const { points } of options.curves) {
    checkSome('points', points);
    checkRising(points.map(({ clips }) => clips));
    for (const { value, low, high } of points) {
      checkShare('value', value);
      checkShare('low', low);
      checkShare('high', high);
    }
  }
  return options;
}

function checkRising(clips: readonly number[]): void {
  const bad = clips.find(
    (count, i) => !(count > (clips[i - 1] ?? -Infinity) && count >= 0 && count < Infinity),
  );
  if (bad === undefined) return;
  throw new ChartError(
    'invalid-option',
    `\`clips\` must be at least 0 and rise from point to point, got \`${bad}\` in ${clips.join(', ')}.`,
  );
}
