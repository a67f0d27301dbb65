import { describe, expect, it } from 'vitest';
import { PooledMoments } from '../../../src/training/statistics/pooledMoments.js';

describe('PooledMoments', () => {
  it('pools batches of unequal size into the moments of all values, also far from 0', () => {
    const values = Array.from({ length: 12 }, (_, i) => 1000 + Math.sin(i));
    const momentsOf = (part: readonly number[]) => {
      const mean = part.reduce((sum, value) => sum + value, 0) / part.length;
      const variance = part.reduce((sum, value) => sum + (value - mean) ** 2, 0) / part.length;
      return { mean: [mean], variance: [variance] };
    };
    const pooled = new PooledMoments();
    for (const [start, end] of [
      [0, 5],
      [5, 11],
      [11, 12],
    ]) {
      const { mean, variance } = momentsOf(values.slice(start, end));
      pooled.add({ mean: Float32Array.from(mean), variance: Float32Array.from(variance) }, end! - start!);
    }
    const expected = momentsOf(values);
    expect(pooled.moments.mean[0]).toBeCloseTo(expected.mean[0]!, 3);
    expect(pooled.moments.variance[0]).toBeCloseTo(expected.variance[0]!, 4);
  });
});
