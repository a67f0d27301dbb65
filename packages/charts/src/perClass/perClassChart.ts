import { type Chart, chartOf } from '../chart/chart.js';
import { levelRule, shareScale } from '../chart/vegaSpec.js';
import { shareBars } from '../drawing/shareBars.js';
import {
  type PerClassData,
  type PerClassModel,
  perClassModel,
  type PerClassOptions,
} from './perClassModel.js';

/**
 * One horizontal bar for each class, with its value and its number of items.
 *
 * @throws {SerError} `length-mismatch` if scores and labels differ in length; `invalid-option` for `chance`
 *
 * @example
 * perClassChart({ scores: perClass(outcome), labels }, { chance: chanceUar(outcome) }).svg();
 */
export function perClassChart(data: PerClassData, options: PerClassOptions = {}): Chart {
  return chartOf(perClassModel(data, options), { draw, vega });
}

function draw({ bars, chance }: PerClassModel, width: number) {
  return shareBars(bars, chance === undefined ? [] : [{ name: 'chance', value: chance }], width);
}

function vega({ measure, measureName, chance }: PerClassModel) {
  const bars = {
    mark: { type: 'bar', tooltip: true },
    encoding: {
      y: { field: 'class', type: 'nominal', sort: null },
      x: { field: measure, type: 'quantitative', title: measureName, ...shareScale },
    },
  };
  return { width: 300, layer: [bars, ...levelRule('x', chance, 'chance')] };
}
