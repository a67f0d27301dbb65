import { type CurveEnd, curveNames } from '../drawing/curveNames.js';
import { element, textElement, tooltip } from '../drawing/element.js';
import type { Drawing } from '../drawing/figure.js';
import { axesFoot, type Plot, plotAxes } from '../drawing/plotAxes.js';
import { seriesFill, seriesStroke } from '../drawing/seriesStroke.js';
import { pathOf } from '../drawing/thinLine.js';
import { curvePlot } from './curvePlot.js';
import { drawableRuns, type LearningCurve, type LearningCurvesModel } from './learningCurvesModel.js';

export function drawLearningCurves({ curves, xLabel, yLabel }: LearningCurvesModel, width: number): Drawing {
  const plot = curvePlot(curves, width);
  const ends = curves.map((curve) => endOf(curve, plot));
  return {
    width,
    height: plot.bottom + axesFoot,
    body: [
      ...plotAxes(plot, { x: xLabel, y: yLabel }),
      ...curves.map((curve, i) => drawCurve(curve, i, plot)),
      ...curveNames(ends, plot),
      ...(ends.some(({ end }) => end !== undefined) ? [] : [drawNothing(plot)]),
    ],
  };
}

function drawCurve({ name, values }: LearningCurve, index: number, plot: Plot): string {
  const runs = drawableRuns(values).map((run) =>
    run.map((epoch) => [plot.x(epoch), plot.y(values[epoch - 1]!)] as const),
  );
  const singles = runs.filter((run) => run.length === 1).map(([point]) => point!);
  return element(
    'g',
    {},
    tooltip(name),
    element('path', { ...seriesStroke(index), d: runs.map(pathOf).join('') }),
    ...singles.map(([cx, cy]) => element('circle', { cx, cy, r: 3.5, ...seriesFill(index) })),
  );
}

function endOf({ name, values }: LearningCurve, plot: Plot): CurveEnd {
  const epoch = drawableRuns(values).at(-1)?.at(-1);
  return { name, end: epoch === undefined ? undefined : { x: plot.x(epoch), y: plot.y(values[epoch - 1]!) } };
}

function drawNothing({ left, right, top, bottom }: Plot): string {
  const place = { x: (left + right) / 2, y: (top + bottom) / 2, 'text-anchor': 'middle' };
  return textElement({ class: 'muted', ...place }, 'no values');
}
