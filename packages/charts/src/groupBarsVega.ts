import {
  checkGroupBars,
  describeGroupBars,
  titleGroupBars,
  type GroupBarsSvgOptions,
} from './groupBarsSvg.js';
import { levelRule, shareScale, type VegaSpec, vegaSpec } from './vegaSpec.js';

/**
 * One bar for each group, with its interval, as a Vega-Lite specification.
 *
 * @throws {SerError} as `groupBarsSvg`
 */
export function groupBarsVega(options: GroupBarsSvgOptions): VegaSpec {
  const { groups, measure = 'UAR', chance, overall } = checkGroupBars(options);
  const values = groups.map(({ name, value, low = null, high = null, nItems = null }) => ({
    group: name,
    [measure]: value,
    low,
    high,
    items: nItems,
  }));
  const y = { field: 'group', type: 'nominal', sort: null };
  const bars = {
    mark: { type: 'bar', tooltip: true },
    encoding: { y, x: { field: measure, type: 'quantitative', ...shareScale } },
  };
  const intervals = {
    transform: [{ filter: 'datum.low !== null && datum.high !== null' }],
    mark: { type: 'errorbar', ticks: true },
    encoding: { y, x: { field: 'low', type: 'quantitative', title: measure }, x2: { field: 'high' } },
  };
  return vegaSpec({
    title: titleGroupBars(options),
    description: describeGroupBars(options),
    values,
    view: {
      width: 300,
      layer: [
        bars,
        intervals,
        ...(chance === undefined ? [] : [levelRule('x', chance, 'chance')]),
        ...(overall === undefined ? [] : [levelRule('x', overall, 'all together')]),
      ],
    },
  });
}
