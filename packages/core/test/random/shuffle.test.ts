import { describe, expect, it } from 'vitest';
import { shuffledIndices } from '../../src/random/shuffle.js';

describe('shuffledIndices', () => {
  it('contains every index once', () => {
    expect([...shuffledIndices(100, 1)].sort((a, b) => a - b)).toEqual([...Array(100).keys()]);
  });

  it('is the same for the same seed, and different for another', () => {
    expect(shuffledIndices(50, 3)).toEqual(shuffledIndices(50, 3));
    expect(shuffledIndices(50, 3)).not.toEqual(shuffledIndices(50, 4));
  });

  it('of zero elements is empty', () => {
    expect(shuffledIndices(0, 1)).toHaveLength(0);
  });
});
