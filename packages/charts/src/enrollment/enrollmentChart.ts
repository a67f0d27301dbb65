import { type Chart, chartOf } from '../chart/chart.js';
import { levelRule, shareScale } from '../chart/vegaSpec.js';
import { drawEnrollment } from './drawEnrollment.js';
import {
  type EnrollmentCurve,
  type EnrollmentModel,
  enrollmentModel,
  type EnrollmentOptions,
} from './enrollmentModel.js';

/**
 * The score of models by the number of enrolled clips of each new speaker: a curve with intervals, named at its end.
 *
 * @param curves at least one
 * @throws {SerError} `no-items`; `invalid-option` for a share outside `[0, 1]` and for `clips`
 *
 * @example
 * enrollmentChart([{ name: 'ridge', points: [{ clips: 0, value: 0.5 }, { clips: 10, value: 0.62 }] }]).svg();
 */
export function enrollmentChart(curves: readonly EnrollmentCurve[], options: EnrollmentOptions = {}): Chart {
  return chartOf(enrollmentModel(curves, options), { draw: drawEnrollment, vega });
}

function vega({ measure, xLabel, chance }: EnrollmentModel) {
  const x = { field: 'clips', type: 'quantitative', title: xLabel };
  const color = { field: 'model', type: 'nominal', sort: null };
  const line = {
    mark: { type: 'line', point: true, tooltip: true },
    encoding: {
      ...{ x, color, strokeDash: color },
      y: { field: measure, type: 'quantitative', ...shareScale },
    },
  };
  const band = {
    transform: [{ filter: 'datum.low !== null && datum.high !== null' }],
    mark: { type: 'area', opacity: 0.18 },
    encoding: {
      ...{ x, color },
      y: { field: 'low', type: 'quantitative', title: measure },
      y2: { field: 'high' },
    },
  };
  return { width: 400, layer: [band, line, ...levelRule('y', chance, 'chance')] };
}
