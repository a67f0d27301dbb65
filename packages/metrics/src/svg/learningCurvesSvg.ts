import { MetricsError } from '../errors.js';
import {
  curvePlot,
  drawableRuns,
  isDrawable,
  nameLine,
  nameSize,
  type Curve,
  type CurvePlot,
} from './curvePlot.js';
import { element, escapeText } from './element.js';
import { figure } from './figure.js';
import { seriesColours } from './seriesColours.js';
import { spread } from './spread.js';
import { fitText } from './textWidth.js';

export interface LearningCurvesSvgOptions {
  /** Any number of curves, of any lengths. */
  readonly curves: readonly Curve[];
  /** @default 'epoch' */
  readonly xLabel?: string;
  /** What the values are, with the unit if they have one. */
  readonly yLabel: string;
  /** @default 'Learning curves' */
  readonly title?: string;
  /**
   * Natural width of the picture, px, at least 320; it shrinks with its container.
   *
   * @default 480
   */
  readonly width?: number;
}

/**
 * Curves over epochs as an SVG picture, each named at its end. The vertical axis starts at 0, or lower where
 * values are.
 *
 * @returns SVG markup with a text alternative, all text escaped, for light and dark pages
 * @throws {MetricsError} `invalid-option` when `width` is below 320
 *
 * @example
 * learningCurvesSvg({ curves: [{ name: 'training', values: [2.1, 1.4, 0.9] }], yLabel: 'loss' });
 */
export function learningCurvesSvg(options: LearningCurvesSvgOptions): string {
  const { curves, xLabel = 'epoch', yLabel, title = 'Learning curves', width = 480 } = options;
  if (!(width >= 320 && Number.isFinite(width))) {
    throw new MetricsError('invalid-option', `\`width\` must be at least 320 px, got \`${width}\`.`);
  }
  const plot = curvePlot(curves, width);
  return figure({
    width,
    height: plot.bottom + 46,
    title,
    description: describe(curves, xLabel, yLabel),
    body: [
      ...drawAxes(plot, xLabel, yLabel),
      ...curves.map((curve, i) => drawCurve(curve, i, plot)),
      ...drawNames(curves, plot),
      ...(curves.some(hasValues) ? [] : [drawNothing(plot)]),
    ],
  });
}

const dashes = [undefined, '7 3', '2 3'] as const;

function drawAxes(plot: CurvePlot, xLabel: string, yLabel: string): string[] {
  const { left, right, top, bottom, xTicks, yTicks } = plot;
  const small = { 'font-size': 12, class: 'muted' };
  return [
    element('text', { ...small, x: 8, y: 10 }, escapeText(fitText(yLabel, plot.width - 16, 12))),
    ...yTicks.values.flatMap((value) => [
      element('line', {
        class: 'line',
        stroke: '#d9dfe5',
        x1: left,
        x2: right,
        y1: plot.y(value),
        y2: plot.y(value),
      }),
      element(
        'text',
        { ...small, x: left - 6, y: plot.y(value) + 4, 'text-anchor': 'end' },
        yTicks.format(value),
      ),
    ]),
    element('line', { class: 'axis', stroke: '#5b6673', x1: left, x2: right, y1: plot.y(0), y2: plot.y(0) }),
    ...xTicks.values.map((value) =>
      element(
        'text',
        { ...small, x: plot.x(value), y: bottom + 16, 'text-anchor': 'middle' },
        xTicks.format(value),
      ),
    ),
    element(
      'text',
      { ...small, x: (left + right) / 2, y: bottom + 34, 'text-anchor': 'middle' },
      escapeText(xLabel),
    ),
    element('line', { class: 'axis', stroke: '#5b6673', x1: left, x2: left, y1: top, y2: bottom }),
  ];
}

function drawCurve({ name, values }: Curve, index: number, plot: CurvePlot): string {
  const runs = drawableRuns(values);
  const path = runs
    .map((run) =>
      run
        .map(
          (epoch, i) =>
            `${i === 0 ? 'M' : 'L'}${plot.x(epoch).toFixed(1)} ${plot.y(values[epoch - 1]!).toFixed(1)}`,
        )
        .join(''),
    )
    .join('');
  const alone = runs.filter((run) => run.length === 1).map(([epoch]) => epoch!);
  const stroke = strokeOf(index);
  return element(
    'g',
    {},
    element('title', {}, escapeText(name)),
    element('path', { ...stroke, d: path, fill: 'none', 'stroke-width': 2, 'stroke-linejoin': 'round' }),
    ...alone.map((epoch) => drawDot(plot.x(epoch), plot.y(values[epoch - 1]!), index)),
  );
}

/** The names, each beside the end of its curve, moved apart where they would touch. */
function drawNames(curves: readonly Curve[], plot: CurvePlot): string[] {
  const ends = curves.map(({ values }) => drawableRuns(values).at(-1)?.at(-1));
  const heights = ends.map((epoch, i) =>
    epoch === undefined ? plot.bottom : plot.y(curves[i]!.values[epoch - 1]!),
  );
  const places = spread(heights, { gap: nameLine, low: plot.top, high: plot.bottom });
  return curves.map(({ name }, i) => {
    const text = { x: plot.right + 38, y: places[i]! + 4.5, 'font-size': nameSize };
    const shown = fitText(name, plot.width - plot.right - 42, nameSize);
    const reaches = ends[i] === plot.nEpochs;
    const from = reaches ? { x: plot.right + 2, y: heights[i]! } : { x: plot.right + 20, y: places[i]! };
    const line = `M${from.x.toFixed(1)} ${from.y.toFixed(1)}L${(plot.right + 20).toFixed(1)} ${places[i]!.toFixed(1)}H${(plot.right + 33).toFixed(1)}`;
    return element(
      'g',
      {},
      element('title', {}, escapeText(name)),
      element('path', {
        ...strokeOf(i),
        d: line,
        fill: 'none',
        'stroke-width': 2,
        'stroke-linejoin': 'round',
      }),
      element('text', text, escapeText(shown)),
    );
  });
}

function drawDot(cx: number, cy: number, index: number): string {
  const colour = index % seriesColours.length;
  return element('circle', { cx, cy, r: 3.5, class: `fill${colour}`, fill: seriesColours[colour]!.light });
}

function drawNothing({ left, right, top, bottom }: CurvePlot): string {
  return element(
    'text',
    { class: 'muted', x: (left + right) / 2, y: (top + bottom) / 2, 'text-anchor': 'middle' },
    'no values',
  );
}

function strokeOf(index: number) {
  const colour = index % seriesColours.length;
  return {
    class: `series${colour}`,
    stroke: seriesColours[colour]!.light,
    'stroke-dasharray': dashes[Math.floor(index / seriesColours.length) % dashes.length],
  };
}

function hasValues({ values }: Curve): boolean {
  return drawableRuns(values).length > 0;
}

function describe(curves: readonly Curve[], xLabel: string, yLabel: string): string {
  const said = curves.map((curve) => {
    const drawn = Array.from(curve.values).filter(isDrawable);
    if (drawn.length === 0) return `${curve.name}: no values.`;
    const [first, last, low, high] = [drawn[0]!, drawn.at(-1)!, Math.min(...drawn), Math.max(...drawn)].map(
      (v) => String(Number(v.toPrecision(3))),
    );
    return `${curve.name}: from ${first} to ${last}, lowest ${low}, highest ${high}.`;
  });
  return [
    `${yLabel} by ${xLabel}, ${curves.length} ${curves.length === 1 ? 'curve' : 'curves'}.`,
    ...said,
  ].join(' ');
}
