import { describe, expect, it } from 'vitest';
import { measureClip } from '../../src/audit/measureClip.js';

const clipOf = (samples: readonly number[], sampleRate = 10) => ({
  samples: Float32Array.from(samples),
  sampleRate,
});

describe('measureClip', () => {
  it('measures length, level, and zeros', () => {
    const { seconds, peakDb, levelDb, leadingZeros, trailingZeros } = measureClip(
      clipOf([0, 0, 0.5, -0.5, 0]),
    );
    expect({ seconds, leadingZeros, trailingZeros }).toEqual({
      seconds: 0.5,
      leadingZeros: 0.2,
      trailingZeros: 0.1,
    });
    expect(peakDb).toBeCloseTo(-6.02, 2);
    expect(levelDb).toBeCloseTo(10 * Math.log10(0.1), 6);
  });

  it('counts samples in runs at the peak', () => {
    expect(measureClip(clipOf([1, 1, 1, 0, 1, 1, -1, 0.2, 1, 0])).clipped).toBeCloseTo(0.6, 9);
    expect(measureClip(clipOf([0.1, 0.1, 0.1, 0])).clipped).toBe(0);
  });

  it('gives silence no level', () => {
    expect(measureClip(clipOf([0, 0]))).toMatchObject({
      peakDb: -Infinity,
      levelDb: -Infinity,
      leadingZeros: 0.2,
    });
  });
});
