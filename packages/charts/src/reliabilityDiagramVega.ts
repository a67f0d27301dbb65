import {
  checkReliability,
  describeReliability,
  titleReliability,
  type ReliabilityDiagramSvgOptions,
} from './reliabilityDiagramSvg.js';
import { type VegaSpec, vegaSpec } from './vegaSpec.js';

/**
 * A reliability diagram as a Vega-Lite specification; empty bins are left out.
 *
 * @throws {SerError} as `reliabilityDiagramSvg`
 */
export function reliabilityDiagramVega(options: ReliabilityDiagramSvgOptions): VegaSpec {
  const { bins } = checkReliability(options);
  const values = bins
    .filter(({ count }) => count > 0)
    .map(({ low, high, count, confidence, accuracy }) => ({
      from: low,
      to: high,
      'mean confidence': confidence,
      'share right': accuracy,
      answers: count,
    }));
  const y = { field: 'share right', type: 'quantitative', scale: { domain: [0, 1] } };
  const x = { field: 'from', type: 'quantitative', title: 'confidence', scale: { domain: [0, 1] } };
  return vegaSpec({
    title: titleReliability(options),
    description: describeReliability(options),
    values,
    view: {
      width: 280,
      height: 280,
      layer: [
        {
          mark: { type: 'rect', opacity: 0.3, tooltip: true },
          encoding: { x, x2: { field: 'to' }, y, y2: { datum: 0 } },
        },
        {
          mark: { type: 'point', filled: true },
          encoding: {
            x: { ...x, field: 'mean confidence' },
            y,
            size: { field: 'answers', type: 'quantitative' },
          },
        },
        {
          data: { values: [{ at: 0 }, { at: 1 }] },
          mark: { type: 'line', strokeDash: [4, 3] },
          encoding: {
            x: { field: 'at', type: 'quantitative', title: 'confidence' },
            y: { field: 'at', type: 'quantitative', title: 'share right' },
          },
        },
      ],
    },
  });
}
