import { describe, expect, it } from 'vitest';
import { contrast, mix } from '../../src/drawing/colour.js';
import { rampColour } from '../../src/drawing/rampColours.js';
import { seriesColours } from '../../src/drawing/seriesColours.js';
import { shade, signedShade } from '../../src/drawing/shade.js';
import { surfaceColours } from '../../src/drawing/surfaceColours.js';

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

  it('and of every cell of a signed scale', () => {
    for (const share of shares.flatMap((one) => [one, -one])) {
      const { fill, text } = signedShade(share);
      expect(contrast(fill[page], text[page])).toBeGreaterThanOrEqual(4.5);
    }
  });

  it('for and against stand out alike, step by step', () => {
    const surface = page === 'light' ? '#ffffff' : '#14181d';
    const steps = shares.map((one) => contrast(signedShade(-one).fill[page], surface));
    steps.slice(1).forEach((step, i) => expect(step).toBeGreaterThanOrEqual(steps[i]!));
  });

  it('words and lines stand out from the page: ink and muted as text, axes as drawings', () => {
    const { surface, ink, muted } = surfaceColours;
    expect(contrast(ink[page], surface[page])).toBeGreaterThanOrEqual(7);
    expect(contrast(muted[page], surface[page])).toBeGreaterThanOrEqual(4.5);
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

describe('seriesColours', () => {
  it('differ in lightness or hue also for those who see no red or no green', () => {
    for (const page of ['light', 'dark'] as const) {
      const seen = seriesColours.flatMap(({ [page]: colour }, i) =>
        seriesColours.slice(i + 1).map(({ [page]: other }) => dichromatDistance(colour, other)),
      );
      expect(Math.min(...seen)).toBeGreaterThan(30);
    }
  });
});

describe('rampColour', () => {
  it('only grows lighter', () => {
    const lightness = shares.map((share) => contrast(rampColour(share), '#000000'));
    lightness.slice(1).forEach((step, i) => expect(step).toBeGreaterThan(lightness[i]!));
  });
});

/**
 * How far two colours lie apart (sRGB, 0 to 441) for the worse of protanopia and deuteranopia.
 *
 * @see Machado, Oliveira & Fernandes 2009, https://doi.org/10.1109/TVCG.2009.113, severity 1.0
 */
function dichromatDistance(one: string, other: string): number {
  const protanopia = [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ];
  const deuteranopia = [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ];
  const seenAs = (matrix: number[][], colour: string) => {
    const linear = [1, 3, 5].map((at) => (Number.parseInt(colour.slice(at, at + 2), 16) / 255) ** 2.2);
    return matrix.map((row) => {
      const value = row.reduce((sum, weight, i) => sum + weight * linear[i]!, 0);
      return 255 * Math.min(1, Math.max(0, value)) ** (1 / 2.2);
    });
  };
  return Math.min(
    ...[protanopia, deuteranopia].map((matrix) => {
      const [a, b] = [seenAs(matrix, one), seenAs(matrix, other)];
      return Math.hypot(...a.map((value, i) => value - b[i]!));
    }),
  );
}
