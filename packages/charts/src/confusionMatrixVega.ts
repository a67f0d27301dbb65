import { normalizeRows } from '@ser/metrics';
import { checkConfusionMatrix, type ConfusionMatrixSvgOptions } from './confusionMatrixSvg.js';
import { describeConfusionMatrix } from './describeConfusionMatrix.js';
import { type VegaSpec, vegaSpec } from './vegaSpec.js';

/**
 * The confusion matrix as a Vega-Lite specification.
 *
 * @throws {SerError} as `confusionMatrixSvg`
 */
export function confusionMatrixVega(options: ConfusionMatrixSvgOptions): VegaSpec {
  const { matrix, labels, title = 'Confusion matrix' } = checkConfusionMatrix(options);
  const shares = normalizeRows(matrix);
  const values = matrix.flatMap((row, i) =>
    row.map((count, j) => ({
      actual: labels[i]!,
      predicted: labels[j]!,
      count,
      share: shares[i]![j]!,
    })),
  );
  const x = { field: 'predicted', type: 'nominal', sort: [...labels] };
  const y = { field: 'actual', type: 'nominal', sort: [...labels] };
  const color = { field: 'share', type: 'quantitative', scale: { scheme: 'blues', domain: [0, 1] } };
  const ink = { condition: { test: 'datum.share > 0.5', value: 'white' }, value: 'black' };
  return vegaSpec({
    title,
    description: describeConfusionMatrix(options),
    values,
    view: {
      width: { step: 52 },
      height: { step: 52 },
      encoding: { x, y },
      layer: [
        { mark: { type: 'rect', tooltip: true }, encoding: { color } },
        {
          mark: 'text',
          encoding: { text: { field: 'count', type: 'quantitative' }, color: ink },
        },
      ],
    },
  });
}
