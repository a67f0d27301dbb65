import {
  checkClassDistribution,
  describeClassDistribution,
  type ClassDistributionSvgOptions,
} from './classDistributionSvg.js';
import { type VegaSpec, vegaSpec } from './vegaSpec.js';

/**
 * How many items each class has as a Vega-Lite specification.
 *
 * @throws {SerError} as `classDistributionSvg`
 */
export function classDistributionVega(options: ClassDistributionSvgOptions): VegaSpec {
  const { labels, series, unit = 'items', title = 'Items of each class' } = checkClassDistribution(options);
  const values = labels.flatMap((label, i) =>
    series.map(({ name, counts }) => ({ class: label, side: name, [unit]: counts[i]! })),
  );
  return vegaSpec({
    title,
    description: describeClassDistribution(options),
    values,
    view: {
      width: 300,
      mark: { type: 'bar', tooltip: true },
      encoding: {
        y: { field: 'class', type: 'nominal', sort: null },
        yOffset: { field: 'side', type: 'nominal', sort: null },
        x: { field: unit, type: 'quantitative' },
        color: { field: 'side', type: 'nominal', sort: null },
      },
    },
  });
}
