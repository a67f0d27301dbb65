import { type Chart, chartOf, type TitleOption } from '../chart/chart.js';
import {
  type ConfusionMatrixData,
  type ConfusionMatrixModel,
  confusionMatrixModel,
} from './confusionMatrixModel.js';
import { drawConfusionMatrix } from './drawConfusionMatrix.js';

/**
 * The confusion matrix: in each cell the count and its share of the true class (row); the darker (on a dark page: the
 * brighter), the larger the share.
 *
 * @throws {SerError} `length-mismatch` if matrix and labels differ in size; `invalid-option` for a count below 0
 *
 * @example
 * const chart = confusionMatrixChart({ matrix: [[8, 2], [1, 9]], labels: ['angry', 'sad'] });
 * chart.svg();
 */
export function confusionMatrixChart(data: ConfusionMatrixData, options: TitleOption = {}): Chart {
  return chartOf(confusionMatrixModel(data, options), { draw: drawConfusionMatrix, vega });
}

function vega({ labels }: ConfusionMatrixModel) {
  const x = { field: 'predicted', type: 'nominal', sort: [...labels] };
  const y = { field: 'actual', type: 'nominal', sort: [...labels] };
  const color = { field: 'share', type: 'quantitative', scale: { scheme: 'blues', domain: [0, 1] } };
  const ink = { condition: { test: 'datum.share > 0.5', value: 'white' }, value: 'black' };
  return {
    width: { step: 52 },
    height: { step: 52 },
    encoding: { x, y },
    layer: [
      { mark: { type: 'rect', tooltip: true }, encoding: { color } },
      { mark: 'text', encoding: { text: { field: 'count', type: 'quantitative' }, color: ink } },
    ],
  };
}
