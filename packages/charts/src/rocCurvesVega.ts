import {
  checkRocCurves,
  describeRocCurves,
  rocPoints,
  titleRocCurves,
  type RocCurvesSvgOptions,
} from './rocCurvesSvg.js';
import { type VegaSpec, vegaSpec } from './vegaSpec.js';

/** Curves are thinned to this much of the plot. */
const TOLERANCE = 0.002;

/**
 * ROC curves side by side as a Vega-Lite specification; curves of many items are thinned.
 *
 * @throws {SerError} as `rocCurvesSvg`
 */
export function rocCurvesVega(options: RocCurvesSvgOptions): VegaSpec {
  const { curves } = checkRocCurves(options);
  const values = curves.flatMap((curve) =>
    rocPoints(curve, TOLERANCE).map(([falsePositives, truePositives]) => ({
      class: curve.name,
      'false positive rate': round(falsePositives),
      'true positive rate': round(truePositives),
    })),
  );
  return vegaSpec({
    title: titleRocCurves(options),
    description: describeRocCurves(options),
    values,
    view: {
      width: 120,
      height: 120,
      mark: { type: 'line', tooltip: true },
      encoding: {
        facet: { field: 'class', type: 'nominal', sort: curves.map(({ name }) => name), columns: 4 },
        x: { field: 'false positive rate', type: 'quantitative' },
        y: { field: 'true positive rate', type: 'quantitative' },
        order: { field: 'false positive rate', type: 'quantitative' },
      },
    },
  });
}

function round(share: number): number {
  return Math.round(share * 1e4) / 1e4;
}
