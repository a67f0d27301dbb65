import {
  checkEnrolment,
  describeEnrolment,
  titleEnrolment,
  type EnrolmentCurveSvgOptions,
} from './enrolmentCurveSvg.js';
import { levelRule, shareScale, type VegaSpec, vegaSpec } from './vegaSpec.js';

/**
 * What hearing some clips of a new voice brings, as a Vega-Lite specification.
 *
 * @throws {SerError} as `enrolmentCurveSvg`
 */
export function enrolmentCurveVega(options: EnrolmentCurveSvgOptions): VegaSpec {
  const { curves, measure = 'UAR', xLabel = 'clips of the new voice', chance } = checkEnrolment(options);
  const values = curves.flatMap(({ name, points }) =>
    points.map(({ clips, value, low = null, high = null }) => ({
      model: name,
      clips,
      [measure]: value,
      low,
      high,
    })),
  );
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
  return vegaSpec({
    title: titleEnrolment(options),
    description: describeEnrolment(options),
    values,
    view: {
      width: 400,
      layer: [band, line, ...(chance === undefined ? [] : [levelRule('y', chance, 'chance')])],
    },
  });
}
