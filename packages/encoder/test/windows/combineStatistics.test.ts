import { describe, expect, it } from 'vitest';
import { combineStatistics, type PooledStatistics } from '../../src/windows/combineStatistics.js';

function statisticsOf(values: readonly number[]): PooledStatistics {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  return { weight: values.length, mean: Float32Array.of(mean), std: Float32Array.of(Math.sqrt(variance)) };
}

describe('combineStatistics', () => {
  it('equals the statistics of all values together', () => {
    const parts = [[1, 2, 4, 8], [16], [3, 3, 5]];
    const combined = combineStatistics(parts.map(statisticsOf));
    const together = statisticsOf(parts.flat());
    expect(combined.weight).toBe(8);
    expect(combined.mean[0]).toBeCloseTo(together.mean[0]!, 6);
    expect(combined.std[0]).toBeCloseTo(together.std[0]!, 6);
  });

  it('of one part is that part', () => {
    const part = statisticsOf([1, 2, 4]);
    expect(combineStatistics([part])).toBe(part);
  });
});
