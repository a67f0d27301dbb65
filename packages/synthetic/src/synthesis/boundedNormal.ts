import type { RandomStream } from '@ser/core';

/** Draws further from the mean than this many standard deviations are repeated, so that no voice or take is extreme. */
const maxDeviations = 2.5;

/**
 * A normally distributed draw with mean 0 and the given standard deviation, at most 2.5 standard deviations from 0.
 *
 * Uses only the cosine of each Box-Muller pair, so that every accepted draw takes two uniform numbers.
 */
export function boundedNormal(random: RandomStream, deviation: number): number {
  for (;;) {
    const radius = Math.sqrt(-2 * Math.log(1 - random.uniform()));
    const draw = radius * Math.cos(2 * Math.PI * random.uniform());
    if (Math.abs(draw) <= maxDeviations) return deviation * draw;
  }
}
