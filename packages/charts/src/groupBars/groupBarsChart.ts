import { type Chart, chartOf } from '../chart/chart.js';
import { levelRule, shareScale } from '../chart/vegaSpec.js';
import { type ShareLevel, shareBars } from '../drawing/shareBars.js';
import {
  type GroupBar,
  type GroupBarsModel,
  groupBarsModel,
  type GroupBarsOptions,
} from './groupBarsModel.js';

/**
 * One horizontal bar for each group, with its interval as a whisker.
 *
 * @param groups at least one; drawn in this order
 * @throws {SerError} `no-items`; `invalid-option` for a share outside `[0, 1]`
 *
 * @example
 * groupBarsChart([{ name: 'Actor 01', value: 0.62, low: 0.5, high: 0.72, nItems: 60 }], { chance: 1 / 8 }).svg();
 */
export function groupBarsChart(groups: readonly GroupBar[], options: GroupBarsOptions = {}): Chart {
  return chartOf(groupBarsModel(groups, options), { draw, vega });
}

function draw({ bars, chance, overall }: GroupBarsModel, width: number) {
  const levels: ShareLevel[] = [
    ...(chance === undefined ? [] : [{ name: 'chance', value: chance }]),
    ...(overall === undefined ? [] : [{ name: 'all together', value: overall }]),
  ];
  return shareBars(bars, levels, width);
}

function vega({ measure, chance, overall }: GroupBarsModel) {
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
  return {
    width: 300,
    layer: [bars, intervals, ...levelRule('x', chance, 'chance'), ...levelRule('x', overall, 'all together')],
  };
}
