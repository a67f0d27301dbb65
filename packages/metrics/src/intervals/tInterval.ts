import { tMultiplier } from '../distributions/studentT.js';
import type { Interval } from './interval.js';

export interface TIntervalOptions {
  /** The value on all items. */
  readonly value: number;
  /** The value on each resample; at least 2, none of them NaN. */
  readonly values: Float64Array;
  /** The smallest and the largest possible value. */
  readonly range: readonly [number, number];
  readonly nGroups: number;
  readonly confidence: number;
}

/**
 * Student t interval with the standard error of the bootstrap, on an unbounded scale.
 *
 * The standard error is the spread of the resamples, widened by √(n / (n - 1)) because groups drawn from n groups vary
 * less than groups do; it has n - 1 degrees of freedom. Values in a range, such as [0, 1], are transformed to log odds
 * (delta method), where they are closer to normal and the interval cannot leave the range; values with one bound to
 * their logarithm.
 *
 * @see Hesterberg 2015, What Teachers Should Know About the Bootstrap, https://doi.org/10.1080/00031305.2015.1089789
 */
export function tInterval({ value, values, range, nGroups, confidence }: TIntervalOptions): Interval {
  const error = standardDeviation(values) * Math.sqrt(nGroups / (nGroups - 1));
  const { to, from, slope } = scaleOf(range);
  const reach = tMultiplier(confidence, nGroups - 1) * error * slope(value);
  // If all resamples are at an end of the range, the scale is infinite.
  if (!(reach > 0 && reach < Infinity)) return { low: value, high: value };
  return { low: from(to(value) - reach), high: from(to(value) + reach) };
}

function standardDeviation(values: Float64Array): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1));
}

interface Scale {
  readonly to: (value: number) => number;
  readonly from: (scaled: number) => number;
  /** Derivative of `to`. */
  readonly slope: (value: number) => number;
}

function scaleOf([low, high]: readonly [number, number]): Scale {
  if (low === -Infinity) return { to: (value) => value, from: (scaled) => scaled, slope: () => 1 };
  if (high === Infinity) {
    return {
      to: (value) => Math.log(value - low),
      from: (scaled) => low + Math.exp(scaled),
      slope: (value) => 1 / (value - low),
    };
  }
  return {
    to: (value) => Math.log((value - low) / (high - value)),
    from: (scaled) => low + (high - low) / (1 + Math.exp(-scaled)),
    slope: (value) => 1 / (value - low) + 1 / (high - value),
  };
}
