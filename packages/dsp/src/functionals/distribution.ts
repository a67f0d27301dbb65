import { Percentiles } from '../ranks/percentiles.js';
import { moments } from './moments.js';
import { trend } from './trend.js';

export const momentNames = ['mean', 'std', 'skewness', 'kurtosis'] as const;
const percents = [1, 5, 25, 50, 75, 95, 99] as const;
export const percentileNames = percents.map((percent) => `p${percent}`);
export const rangeNames = [
  'lowerQuartileRange',
  'upperQuartileRange',
  'interquartileRange',
  'range90',
] as const;
export const trendNames = ['slope', 'residual'] as const;

/** Values in order of time, with statistics that are computed on first access. */
export class Distribution {
  #values: Float64Array = new Float64Array(0);
  readonly #percentilePlan = new Percentiles(percents);
  readonly #moments = new Float64Array(momentNames.length);
  readonly #percentiles = new Float64Array(percents.length);
  readonly #trend = new Float64Array(trendNames.length);
  #hasMoments = false;
  #hasPercentiles = false;

  /** @param values at least one; they must not change while statistics are read */
  load(values: Float64Array): void {
    this.#values = values;
    this.#hasMoments = false;
    this.#hasPercentiles = false;
  }

  /** In the order of `momentNames`. */
  get moments(): Float64Array {
    if (!this.#hasMoments) moments(this.#values, this.#moments);
    this.#hasMoments = true;
    return this.#moments;
  }

  /** In the order of `percentileNames`. */
  get percentiles(): Float64Array {
    if (this.#hasPercentiles) return this.#percentiles;
    this.#percentilePlan.transform(this.#values, this.#percentiles);
    this.#hasPercentiles = true;
    return this.#percentiles;
  }

  /** In the order of `trendNames`. */
  get trend(): Float64Array {
    const { moments } = this;
    trend(this.#values, moments[0]!, moments[1]!, this.#trend);
    return this.#trend;
  }
}
