import { describe, expect, it } from 'vitest';
import { melFrequencies } from '../../src/mel/melFrequencies.js';
import { errorFrom } from '../helpers/errorFrom.js';

describe('melFrequencies', () => {
  it('include both ends', () => {
    const frequencies = melFrequencies({ nMels: 5, fMin: 100, fMax: 8000 });
    expect(frequencies[0]).toBeCloseTo(100, 9);
    expect(frequencies[4]).toBeCloseTo(8000, 9);
  });

  it('reject fewer than two', () => {
    expect(errorFrom(() => melFrequencies({ nMels: 1, fMin: 0, fMax: 1 })).code).toBe('invalid-option');
  });
});
