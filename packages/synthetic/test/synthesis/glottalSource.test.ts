import { describe, expect, it } from 'vitest';
import { GlottalSource } from '../../src/synthesis/glottalSource.js';
import { RandomStream } from '@ser/core';
import { magnitudeAt } from './measure.js';

const sampleRate = 16000;
const steady = { sampleRate, openQuotient: 0.6, jitter: 0, shimmer: 0 };

function oneSecond(f0: number, options = steady): number[] {
  const source = new GlottalSource(options, new RandomStream(1));
  return Array.from({ length: sampleRate }, () => source.next(f0));
}

describe('GlottalSource', () => {
  it('has mean 0 and falls to about -1 once per cycle, at the closure', () => {
    const pulses = oneSecond(100);
    const mean = pulses.reduce((sum, x) => sum + x, 0) / pulses.length;
    expect(mean).toBeCloseTo(0, 3);
    expect(pulses.filter((x) => x < -0.8).length / 100).toBeGreaterThanOrEqual(1);
    expect(Math.max(...pulses.map(Math.abs))).toBeLessThan(1.1);
  });

  it('has energy only at multiples of F0: aliases stay 40 dB below the first harmonic', () => {
    const pulses = oneSecond(310);
    const first = magnitudeAt(pulses, 310, sampleRate);
    const between = [155, 465, 1085, 2015, 3255].map((f) => magnitudeAt(pulses, f, sampleRate) / first);
    expect(magnitudeAt(pulses, 620, sampleRate) / first).toBeGreaterThan(0.1);
    expect(Math.max(...between)).toBeLessThan(0.01);
  });

  it('is brighter if the folds are open for a smaller part of the cycle', () => {
    const brightness = (openQuotient: number) => {
      const pulses = oneSecond(100, { ...steady, openQuotient });
      return magnitudeAt(pulses, 2000, sampleRate) / magnitudeAt(pulses, 100, sampleRate);
    };
    expect(brightness(0.4)).toBeGreaterThan(brightness(0.8));
  });

  it('has weaker harmonics with jitter', () => {
    const tenth = (jitter: number) => magnitudeAt(oneSecond(100, { ...steady, jitter }), 1000, sampleRate);
    expect(tenth(0.03)).toBeLessThan(0.7 * tenth(0));
  });
});
