import type { Interval } from './interval.js';
import { percentileInterval } from './percentileInterval.js';
import { type Reliability, reliabilityOf } from './reliability.js';
import { tInterval } from './tInterval.js';

/**
 * - `t`: Student t interval with the standard error of the resamples, on an unbounded scale (log odds).
 * - `percentile`: the middle share of the resamples; widely known, but too narrow for few groups.
 */
export type IntervalMethod = 't' | 'percentile';

/** A value, its interval, and whether the interval is reliable. */
export type ConfidenceInterval = Interval & {
  /** The value on all items; the interval is about the value on all groups that these are a sample of. */
  readonly value: number;
  readonly confidence: number;
  readonly method: IntervalMethod;
  /** Number of groups (speakers) that were resampled. */
  readonly nGroups: number;
} & Reliability;

export interface ResampledValue {
  readonly value: number;
  /** The value on each resample; NaN where it is not defined. */
  readonly values: Float64Array;
  readonly range: readonly [number, number];
  readonly nGroups: number;
  readonly confidence: number;
  readonly method: IntervalMethod;
}

export function confidenceInterval(resampled: ResampledValue): ConfidenceInterval {
  const { value, values, confidence, method, nGroups } = resampled;
  return {
    value,
    ...intervalOf({ ...resampled, values: values.filter((one) => !Number.isNaN(one)) }),
    confidence,
    method,
    nGroups,
    ...reliabilityOf(value, values, nGroups),
  };
}

function intervalOf(resampled: ResampledValue): Interval {
  const { value, values, confidence, method } = resampled;
  if (Number.isNaN(value) || values.length < 2) return { low: NaN, high: NaN };
  return method === 'percentile' ? percentileInterval(values, confidence) : tInterval(resampled);
}
