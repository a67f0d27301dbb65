import { tMultiplier } from '../distributions/studentT.js';
import type { Interval } from './interval.js';

export interface TIntervalOptions {
  /** What was measured. */
  readonly value: number;
  /** The same figure of each resample; at least 2, all of them numbers. */
  readonly figures: Float64Array;
  /** The least and the greatest value there can be. */
  readonly range: readonly [number, number];
  readonly nGroups: number;
  readonly confidence: number;
}

/**
 * Student t interval with the standard error of the bootstrap, on a scale without ends.
 *
 * The standard error is the spread of the resamples, widened by √(n / (n - 1)) because groups drawn from n groups differ
 * less than groups do; it has n - 1 degrees of freedom. Figures in a range, such as [0, 1], are taken to their log odds
 * (delta method), where they are closer to normal and the interval cannot leave the range; figures with one end to
 * their logarithm.
 *
 * @see Hesterberg 2015, What Teachers Should Know About the Bootstrap, https://doi.org/10.1080/00031305.2015.1089789
 */
export function tInterval({ value, figures, range, nGroups, confidence }: TIntervalOptions): Interval {
  const error = standardDeviation(figures) * Math.sqrt(nGroups / (nGroups - 1));
  const { to, from, slope } = scaleOf(range);
  const reach = tMultiplier(confidence, nGroups - 1) * error * slope(value);
  // At an end of the range, where every resample is, the scale is infinite.
  if (!(reach > 0 && reach < Infinity)) return { low: value, high: value };
  return { low: from(to(value) - reach), high: from(to(value) + reach) };
}

function standardDeviation(figures: Float64Array): number {
  const mean = figures.reduce((sum, figure) => sum + figure, 0) / figures.length;
  return Math.sqrt(figures.reduce((sum, figure) => sum + (figure - mean) ** 2, 0) / (figures.length - 1));
}

interface Scale {
  to(value: number): number;
  from(scaled: number): number;
  /** Derivative of `to`. */
  slope(value: number): number;
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
