import { type WidthOption, checkWidth } from './drawing/checkWidth.js';
import { type CurveEnd, curveNames } from './drawing/curveNames.js';
import { curvePlot, drawableRuns, isDrawable, type Curve, type CurvePlot } from './drawing/curvePlot.js';
import { element, escapeText } from './drawing/element.js';
import { figure } from './drawing/figure.js';
import { axesFoot, plotAxes } from './drawing/plotAxes.js';
import { seriesFill, seriesStroke } from './drawing/seriesStroke.js';

export interface LearningCurvesSvgOptions extends WidthOption {
  /** Any number of curves, of any lengths. */
  readonly curves: readonly Curve[];
  /** @default 'epoch' */
  readonly xLabel?: string;
  /** What the values are, with the unit if they have one. */
  readonly yLabel: string;
  /** @default 'Learning curves' */
  readonly title?: string;
}

/**
 * Curves over epochs as an SVG picture, each named at its end. The vertical axis starts at 0, or lower where
 * values are.
 *
 * @returns SVG markup with a text alternative, all text escaped, for light and dark pages
 * @throws {SerError} `invalid-option` when `width` is below 320
 *
 * @example
 * learningCurvesSvg({ curves: [{ name: 'training', values: [2.1, 1.4, 0.9] }], yLabel: 'loss' });
 */
export function learningCurvesSvg(options: LearningCurvesSvgOptions): string {
  const { curves, xLabel = 'epoch', yLabel, title = 'Learning curves' } = options;
  const width = checkWidth(options);
  const plot = curvePlot(curves, width);
  return figure({
    width,
    height: plot.bottom + axesFoot,
    title,
    description: describeCurves(options),
    body: [
      ...plotAxes(plot, { x: xLabel, y: yLabel }),
      ...curves.map((curve, i) => drawCurve(curve, i, plot)),
      ...curveNames(
        curves.map((curve) => endOf(curve, plot)),
        plot,
      ),
      ...(curves.some(hasValues) ? [] : [drawNothing(plot)]),
    ],
  });
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
  return element(
    'g',
    {},
    element('title', {}, escapeText(name)),
    element('path', { ...seriesStroke(index), d: path }),
    ...alone.map((epoch) => drawDot(plot.x(epoch), plot.y(values[epoch - 1]!), index)),
  );
}

function endOf({ name, values }: Curve, plot: CurvePlot): CurveEnd {
  const epoch = drawableRuns(values).at(-1)?.at(-1);
  const end = epoch === undefined ? undefined : { x: plot.x(epoch), y: plot.y(values[epoch - 1]!) };
  return { name, end };
}

function drawDot(cx: number, cy: number, index: number): string {
  return element('circle', { cx, cy, r: 3.5, ...seriesFill(index) });
}

function drawNothing({ left, right, top, bottom }: CurvePlot): string {
  return element(
    'text',
    { class: 'muted', x: (left + right) / 2, y: (top + bottom) / 2, 'text-anchor': 'middle' },
    'no values',
  );
}

function hasValues({ values }: Curve): boolean {
  return drawableRuns(values).length > 0;
}

/** The curves in words. */
export function describeCurves({ curves, xLabel = 'epoch', yLabel }: LearningCurvesSvgOptions): string {
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
