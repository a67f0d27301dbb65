import type { Interval } from './interval.js';
import { percentileInterval } from './percentileInterval.js';
import { type Reliability, reliabilityOf } from './reliability.js';
import { tInterval } from './tInterval.js';

/**
 * - `t`: Student t interval with the standard error of the resamples, on a scale without ends (log odds).
 * - `percentile`: the middle share of the resamples; known everywhere, and too narrow for few groups.
 */
export type IntervalMethod = 't' | 'percentile';

/** A figure, how sure it is, and whether that can be relied on. */
export type ConfidenceInterval = Interval & {
  /** What was measured; the interval is about what would be measured on all groups there could be. */
  readonly value: number;
  readonly confidence: number;
  readonly method: IntervalMethod;
  /** How many groups (speakers) were resampled. */
  readonly nGroups: number;
} & Reliability;

export interface ResampledFigure {
  readonly value: number;
  /** The same figure of each resample; NaN where it is not defined. */
  readonly figures: Float64Array;
  readonly range: readonly [number, number];
  readonly nGroups: number;
  readonly confidence: number;
  readonly method: IntervalMethod;
}

export function confidenceInterval(resampled: ResampledFigure): ConfidenceInterval {
  const { value, figures, confidence, method, nGroups } = resampled;
  return {
    value,
    ...intervalOf({ ...resampled, figures: figures.filter((figure) => !Number.isNaN(figure)) }),
    confidence,
    method,
    nGroups,
    ...reliabilityOf(value, figures, nGroups),
  };
}

function intervalOf(resampled: ResampledFigure): Interval {
  const { value, figures, confidence, method } = resampled;
  if (Number.isNaN(value) || figures.length < 2) return { low: NaN, high: NaN };
  return method === 'percentile' ? percentileInterval(figures, confidence) : tInterval(resampled);
}
