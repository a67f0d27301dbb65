import { type Chart, chartOf } from '../chart/chart.js';
import { drawFeatureWeights } from './drawFeatureWeights.js';
import {
  type FeatureWeightsData,
  featureWeightsModel,
  type FeatureWeightsOptions,
} from './featureWeightsModel.js';

/**
 * The largest weights of a linear model: for each feature, the classes that a high value speaks for (+, blue) and against
 * (−, orange). Each cell also has its weight as a number.
 *
 * @throws {SerError} `no-items`, `length-mismatch`; `invalid-option` for a weight that is not finite, and for `top`
 *
 * @example
 * const weights = [[0.4, -0.2], [0.1, 0.3]];
 * featureWeightsChart({ weights, names: ['f0.mean', 'rms.mean'], labels: ['angry', 'sad'] }).svg();
 */
export function featureWeightsChart(data: FeatureWeightsData, options: FeatureWeightsOptions = {}): Chart {
  return chartOf(featureWeightsModel(data, options), { draw: drawFeatureWeights, vega });
}

function vega() {
  const y = { field: 'feature', type: 'nominal', sort: null };
  const x = { field: 'class', type: 'nominal', sort: null };
  const scale = { scheme: 'blueorange', reverse: true, domainMid: 0 };
  const color = { field: 'weight', type: 'quantitative', scale };
  return { mark: { type: 'rect', tooltip: true }, encoding: { x, y, color } };
}
