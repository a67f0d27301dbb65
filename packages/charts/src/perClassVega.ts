import {
  checkPerClass,
  describePerClass,
  measureNames,
  titlePerClass,
  type PerClassSvgOptions,
} from './perClassSvg.js';
import { levelRule, shareScale, type VegaSpec, vegaSpec } from './vegaSpec.js';

/**
 * One bar for each class as a Vega-Lite specification.
 *
 * @throws {SerError} as `perClassSvg`
 */
export function perClassVega(options: PerClassSvgOptions): VegaSpec {
  const { scores, labels, measure = 'recall', chance } = checkPerClass(options);
  const values = scores.map((row, i) => ({
    class: labels[i]!,
    [measure]: row.support > 0 && Number.isFinite(row[measure]) ? row[measure] : null,
    items: row.support,
  }));
  const bars = {
    mark: { type: 'bar', tooltip: true },
    encoding: {
      y: { field: 'class', type: 'nominal', sort: null },
      x: { field: measure, type: 'quantitative', title: measureNames[measure], ...shareScale },
    },
  };
  return vegaSpec({
    title: titlePerClass(options),
    description: describePerClass(options),
    values,
    view: { width: 300, layer: [bars, ...(chance === undefined ? [] : [levelRule('x', chance, 'chance')])] },
  });
}
