import { describe, expect, it } from 'vitest';
import { roundHalfToEven } from '../../src/spectrum/roundHalfToEven.js';

describe('roundHalfToEven', () => {
  it('rounds as numpy', () => {
    const rounded = [0.5, 1.5, 2.5, 2.4, 2.6, -0.5, -1.5].map(roundHalfToEven);
    expect(rounded.map((value) => value + 0)).toEqual([0, 2, 2, 2, 3, 0, -2]);
  });
});
