import { describe, expect, it } from 'vitest';
import { contrast } from '../../src/drawing/color.js';
import { seriesColors } from '../../src/drawing/seriesColors.js';
import { surfaceColors } from '../../src/drawing/surfaceColors.js';

describe.each(['light', 'dark'] as const)('on a %s page', (page) => {
  it('every series has enough contrast', () => {
    const surface = surfaceColors.surface[page];
    for (const color of seriesColors) expect(contrast(color[page], surface)).toBeGreaterThanOrEqual(4.5);
  });

  it('series differ in lightness or hue also with red and green color blindness', () => {
    const distances = seriesColors.flatMap(({ [page]: color }, i) =>
      seriesColors.slice(i + 1).map(({ [page]: other }) => dichromatDistance(color, other)),
    );
    expect(Math.min(...distances)).toBeGreaterThan(30);
  });
});

/**
 * Distance of two colors (sRGB, 0 to 441), the smaller of protanopia and deuteranopia.
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
  const seenAs = (matrix: number[][], color: string) => {
    const linear = [1, 3, 5].map((at) => (Number.parseInt(color.slice(at, at + 2), 16) / 255) ** 2.2);
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
