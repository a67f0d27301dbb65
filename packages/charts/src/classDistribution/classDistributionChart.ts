import { type Chart, chartOf } from '../chart/chart.js';
import {
  type ClassDistributionData,
  type ClassDistributionModel,
  classDistributionModel,
  type ClassDistributionOptions,
} from './classDistributionModel.js';
import { drawClassDistribution } from './drawClassDistribution.js';

/**
 * The number of items of each class, in each series.
 *
 * @throws {SerError} `no-items`, `length-mismatch`; `invalid-option` for a count below 0 or more than six series
 *
 * @example
 * classDistributionChart({ labels: ['angry', 'sad'], series: [{ name: 'training', counts: [120, 118] }] }).svg();
 */
export function classDistributionChart(
  data: ClassDistributionData,
  options: ClassDistributionOptions = {},
): Chart {
  return chartOf(classDistributionModel(data, options), { draw: drawClassDistribution, vega });
}

function vega({ unit }: ClassDistributionModel) {
  return {
    width: 300,
    mark: { type: 'bar', tooltip: true },
    encoding: {
      y: { field: 'class', type: 'nominal', sort: null },
      yOffset: { field: 'series', type: 'nominal', sort: null },
      x: { field: unit, type: 'quantitative' },
      color: { field: 'series', type: 'nominal', sort: null },
    },
  };
}
