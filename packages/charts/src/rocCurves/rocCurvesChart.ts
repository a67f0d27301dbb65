import { type Chart, chartOf, type TitleOption } from '../chart/chart.js';
import { drawRocCurves } from './drawRocCurves.js';
import { type NamedRocCurve, type RocCurvesModel, rocCurvesModel } from './rocCurvesModel.js';

/**
 * ROC curves side by side, a small plot for each class, so that no colors have to be distinguished. The dashed diagonal
 * is guessing.
 *
 * @param curves at least one
 * @throws {SerError} `no-items`; `length-mismatch` if rates differ in number; `invalid-option` for `area`
 *
 * @example
 * rocCurvesChart([{ name: 'angry', ...rocCurve(outcome, 0), area: 0.93 }]).svg();
 */
export function rocCurvesChart(curves: readonly NamedRocCurve[], options: TitleOption = {}): Chart {
  return chartOf(rocCurvesModel(curves, options), { draw: drawRocCurves, vega });
}

function vega({ panels }: RocCurvesModel) {
  return {
    width: 120,
    height: 120,
    mark: { type: 'line', tooltip: true },
    encoding: {
      facet: { field: 'class', type: 'nominal', sort: panels.map(({ name }) => name), columns: 4 },
      x: { field: 'false positive rate', type: 'quantitative' },
      y: { field: 'true positive rate', type: 'quantitative' },
      order: { field: 'false positive rate', type: 'quantitative' },
    },
  };
}
