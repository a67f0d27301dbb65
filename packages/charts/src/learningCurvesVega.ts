import { isDrawable } from './drawing/curvePlot.js';
import { describeCurves, type LearningCurvesSvgOptions } from './learningCurvesSvg.js';
import { type VegaSpec, vegaSpec } from './vegaSpec.js';

/** Curves over epochs as a Vega-Lite specification; a value that is not finite is `null`. */
export function learningCurvesVega(options: LearningCurvesSvgOptions): VegaSpec {
  const { curves, xLabel = 'epoch', yLabel, title = 'Learning curves' } = options;
  const values = curves.flatMap(({ name, values: of }) =>
    Array.from(of, (value, i) => ({ curve: name, epoch: i + 1, value: isDrawable(value) ? value : null })),
  );
  return vegaSpec({
    title,
    description: describeCurves(options),
    values,
    view: {
      width: 400,
      mark: { type: 'line', tooltip: true },
      encoding: {
        x: { field: 'epoch', type: 'quantitative', title: xLabel, axis: { tickMinStep: 1 } },
        y: { field: 'value', type: 'quantitative', title: yLabel },
        color: { field: 'curve', type: 'nominal', sort: null },
        strokeDash: { field: 'curve', type: 'nominal', sort: null },
      },
    },
  });
}
