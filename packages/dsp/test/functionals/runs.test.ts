import { describe, expect, it } from 'vitest';
import { runsOf } from '../../src/functionals/runs.js';

describe('runsOf', () => {
  it('finds runs, also at both ends', () => {
    const digits = '1101110';
    expect(runsOf(0, 7, (frame) => digits[frame] === '1')).toEqual({ starts: [0, 3], lengths: [2, 3] });
    expect(runsOf(1, 6, (frame) => digits[frame] === '1')).toEqual({ starts: [1, 3], lengths: [1, 3] });
  });
});
