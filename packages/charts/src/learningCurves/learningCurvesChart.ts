import { type Chart, chartOf } from '../chart/chart.js';
import { drawLearningCurves } from './drawLearningCurves.js';
import {
  type LearningCurve,
  type LearningCurvesModel,
  learningCurvesModel,
  type LearningCurvesOptions,
} from './learningCurvesModel.js';

/**
 * Curves over epochs, each named at its end. The vertical axis starts at 0, or lower if values are negative.
 *
 * @param curves any number, of any lengths
 *
 * @example
 * learningCurvesChart([{ name: 'training', values: [2.1, 1.4, 0.9] }], { yLabel: 'loss' }).svg();
 */
export function learningCurvesChart(curves: readonly LearningCurve[], options: LearningCurvesOptions): Chart {
  return chartOf(learningCurvesModel(curves, options), { draw: drawLearningCurves, vega });
}

function vega({ xLabel, yLabel }: LearningCurvesModel) {
  return {
    width: 400,
    mark: { type: 'line', tooltip: true },
    encoding: {
      x: { field: 'epoch', type: 'quantitative', title: xLabel, axis: { tickMinStep: 1 } },
      y: { field: 'value', type: 'quantitative', title: yLabel },
      color: { field: 'curve', type: 'nominal', sort: null },
      strokeDash: { field: 'curve', type: 'nominal', sort: null },
    },
  };
}
