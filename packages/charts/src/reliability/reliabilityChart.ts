import type { ReliabilityBin } from '@ser/metrics';
import { type Chart, chartOf } from '../chart/chart.js';
import { drawReliability } from './drawReliability.js';
import { reliabilityModel, type ReliabilityOptions } from './reliabilityModel.js';

/**
 * A reliability diagram: the accuracy of predictions by their confidence. On the diagonal, confidences equal accuracies;
 * below it, the model is overconfident. Below the plot, the number of predictions in each bin.
 *
 * @param bins at least one, as from `reliabilityBins` of `@ser/metrics`
 * @throws {SerError} `no-items`; `invalid-option` for a share outside `[0, 1]`
 * @see Guo et al. 2017, On Calibration of Modern Neural Networks, https://arxiv.org/abs/1706.04599
 *
 * @example
 * reliabilityChart(reliabilityBins(outcome), { error: calibrationError(outcome) }).svg();
 */
export function reliabilityChart(bins: readonly ReliabilityBin[], options: ReliabilityOptions = {}): Chart {
  return chartOf(reliabilityModel(bins, options), { draw: drawReliability, vega });
}

function vega() {
  const y = { field: 'accuracy', type: 'quantitative', scale: { domain: [0, 1] } };
  const x = { field: 'from', type: 'quantitative', title: 'confidence', scale: { domain: [0, 1] } };
  const bars = {
    mark: { type: 'rect', opacity: 0.3, tooltip: true },
    encoding: { x, x2: { field: 'to' }, y, y2: { datum: 0 } },
  };
  const points = {
    mark: { type: 'point', filled: true },
    encoding: {
      x: { ...x, field: 'mean confidence' },
      y,
      size: { field: 'predictions', type: 'quantitative' },
    },
  };
  const diagonal = {
    data: { values: [{ at: 0 }, { at: 1 }] },
    mark: { type: 'line', strokeDash: [4, 3] },
    encoding: {
      x: { field: 'at', type: 'quantitative', title: 'confidence' },
      y: { field: 'at', type: 'quantitative', title: 'accuracy' },
    },
  };
  return { width: 280, height: 280, layer: [bars, points, diagonal] };
}
