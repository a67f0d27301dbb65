import { type Chart, chartOf } from '../chart/chart.js';
import { drawPlane } from './drawPlane.js';
import { type PlaneData, type PlaneModel, planeModel, type PlaneOptions } from './planeModel.js';

/**
 * Two predicted values in a plane, such as valence and arousal: for each group, the mean of the actual places, hollow,
 * joined with the mean of the predicted ones, filled.
 *
 * @throws {SerError} `no-items`; `invalid-option` for a value that is not finite, or a range whose ends are in the wrong order
 *
 * @example
 * const groups = [{ name: 'angry', actual: { x: 1.8, y: 4.4 }, predicted: { x: 2.2, y: 4.0 } }];
 * planeChart({ groups }, { xLabel: 'valence', yLabel: 'arousal', xRange: [1, 5], yRange: [1, 5] }).svg();
 */
export function planeChart(data: PlaneData, options: PlaneOptions): Chart {
  return chartOf(planeModel(data, options), { draw: drawPlane, vega });
}

function vega({ xLabel, yLabel, xRange, yRange }: PlaneModel) {
  const at = (which: string) => ({
    x: { field: `${which} ${xLabel}`, type: 'quantitative', title: xLabel, scale: { domain: [...xRange] } },
    y: { field: `${which} ${yLabel}`, type: 'quantitative', title: yLabel, scale: { domain: [...yRange] } },
  });
  return {
    width: 300,
    height: 300,
    layer: [
      { mark: { type: 'point', filled: false, tooltip: true }, encoding: at('actual') },
      { mark: { type: 'point', filled: true, tooltip: true }, encoding: at('predicted') },
      {
        mark: { type: 'text', dy: -10 },
        encoding: { ...at('actual'), text: { field: 'group', type: 'nominal' } },
      },
    ],
  };
}
