import { describe, expect, it } from 'vitest';
import { contrast, mix } from '../../src/drawing/color.js';

describe('contrast', () => {
  it('is 21 for black on white, 1 for equal colors, and symmetric', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 10);
    expect(contrast('#336699', '#336699')).toBe(1);
    expect(contrast('#ffffff', '#777777')).toBeCloseTo(contrast('#777777', '#ffffff'), 12);
  });

  it('is above and below WCAG AA for the grays at its limit', () => {
    expect(contrast('#767676', '#ffffff')).toBeGreaterThan(4.5);
    expect(contrast('#777777', '#ffffff')).toBeLessThan(4.5);
  });
});

describe('mix', () => {
  it('goes from one color to the other', () => {
    expect([0, 0.5, 1].map((share) => mix('#000000', '#ff8000', share))).toEqual([
      '#000000',
      '#804000',
      '#ff8000',
    ]);
  });
});
