import { type Chart, chartOf } from '../chart/chart.js';
import { shareScale } from '../chart/vegaSpec.js';
import { drawScatter } from './drawScatter.js';
import { type ScatterModel, scatterModel, type ScatterOptions, type ScatterPoint } from './scatterModel.js';

/**
 * Scores by one setting, such as a hyperparameter: one point for each trial.
 *
 * @param points at least one
 * @throws {SerError} `no-items`; `invalid-option` for a score outside `[0, 1]` or a setting that is not on the scale
 *
 * @example
 * const points = [{ x: 0.1, y: 0.42, name: 'trial 1' }, { x: 0.3, y: 0.48, name: 'trial 2', isBest: true }];
 * scatterChart(points, { xLabel: 'dropout', xScale: { kind: 'linear', low: 0, high: 0.5 } }).svg();
 */
export function scatterChart(points: readonly ScatterPoint[], options: ScatterOptions): Chart {
  return chartOf(scatterModel(points, options), { draw: drawScatter, vega });
}

function vega({ xScale, xLabel, yLabel }: ScatterModel) {
  const x =
    xScale.kind === 'category'
      ? { field: xLabel, type: 'nominal', sort: [...xScale.values] }
      : {
          field: xLabel,
          type: 'quantitative',
          scale: { type: xScale.kind === 'log' ? 'log' : 'linear', zero: false },
        };
  return {
    width: 300,
    mark: { type: 'point', tooltip: true },
    encoding: {
      x,
      y: { field: yLabel, type: 'quantitative', ...shareScale, scale: { zero: false } },
      shape: { field: 'mark', type: 'nominal' },
    },
  };
}
