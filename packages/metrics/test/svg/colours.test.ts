import { describe, expect, it } from 'vitest';
import { contrast, mix } from '../../src/svg/colour.js';
import { seriesColours } from '../../src/svg/seriesColours.js';
import { shade } from '../../src/svg/shade.js';

const shares = Array.from({ length: 101 }, (_, i) => i / 100);

describe('contrast', () => {
  it('is 21 for black on white, 1 for equals, and the order does not matter', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 10);
    expect(contrast('#336699', '#336699')).toBe(1);
    expect(contrast('#ffffff', '#777777')).toBeCloseTo(contrast('#777777', '#ffffff'), 12);
  });

  it('knows the grey at the edge of WCAG AA', () => {
    expect(contrast('#767676', '#ffffff')).toBeGreaterThan(4.5);
    expect(contrast('#777777', '#ffffff')).toBeLessThan(4.5);
  });
});

describe('mix', () => {
  it('goes from the one colour to the other', () => {
    expect([0, 0.5, 1].map((share) => mix('#000000', '#ff8000', share))).toEqual([
      '#000000',
      '#804000',
      '#ff8000',
    ]);
  });
});

describe.each(['light', 'dark'] as const)('on a %s page', (page) => {
  it('the text of every cell is readable (WCAG AA, 4.5)', () => {
    for (const share of shares) {
      const { fill, text } = shade(share);
      expect(contrast(fill[page], text[page])).toBeGreaterThanOrEqual(4.5);
    }
  });

  it('a larger share stands out more from the page, step by step', () => {
    const surface = page === 'light' ? '#ffffff' : '#14181d';
    const steps = shares.map((share) => contrast(shade(share).fill[page], surface));
    steps.slice(1).forEach((step, i) => expect(step).toBeGreaterThanOrEqual(steps[i]!));
  });

  it('every series stands out from the page', () => {
    const surface = page === 'light' ? '#ffffff' : '#14181d';
    for (const colour of seriesColours) expect(contrast(colour[page], surface)).toBeGreaterThanOrEqual(4.5);
  });
});
