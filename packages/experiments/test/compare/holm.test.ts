import { describe, expect, it } from 'vitest';
import { holm } from '../../src/compare/holm.js';

describe('holm', () => {
  it('is the worked example: the smallest times three, the next times two, never falling', () => {
    const corrected = holm([0.01, 0.04, 0.03]);
    [0.03, 0.06, 0.06].forEach((p, i) => expect(corrected[i]).toBeCloseTo(p, 12));
  });

  it('leaves a single test alone, and never exceeds 1', () => {
    expect(holm([0.2])).toEqual([0.2]);
    expect(holm([0.9, 0.8])).toEqual([1, 1]);
  });
});
