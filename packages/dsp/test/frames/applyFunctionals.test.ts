import { describe, expect, it } from 'vitest';
import { applyFunctionals } from '../../src/frames/applyFunctionals.js';

const features = {
  data: Float32Array.of(1, 10, 2, 10, 6, 10),
  nFrames: 3,
  nFeatures: 2,
  names: ['a', 'b'],
};

describe('applyFunctionals', () => {
  it('reduces each feature over all frames, one functional after the other', () => {
    const reduced = applyFunctionals(features, ['mean', 'min', 'max']);
    expect([...reduced.data]).toEqual([3, 10, 1, 10, 6, 10]);
    expect(reduced.names).toEqual(['a.mean', 'b.mean', 'a.min', 'b.min', 'a.max', 'b.max']);
    expect([reduced.nFrames, reduced.nFeatures]).toEqual([1, 6]);
  });

  it('computes the population standard deviation, like numpy', () => {
    const { data } = applyFunctionals(features, ['std']);
    expect(data[0]).toBeCloseTo(Math.sqrt(14 / 3), 6);
    expect(data[1]).toBe(0);
  });
});
