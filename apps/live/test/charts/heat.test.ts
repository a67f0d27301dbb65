import { describe, expect, it } from 'vitest';
import { heatOf } from '../../src/charts/heat.js';

/** @see https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
function luminance(color: ArrayLike<number>): number {
  const [red, green, blue] = [0, 1, 2].map((channel) => {
    const share = color[channel]! / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

describe.each(['light', 'dark'] as const)('heatOf(%s)', (scheme) => {
  const heat = heatOf(scheme);
  const lightness = Array.from({ length: 256 }, (_, level) =>
    luminance(heat.subarray(4 * level, 4 * level + 3)),
  );

  it('goes steadily away from the color of the card', () => {
    const steps = lightness.slice(1).map((value, i) => value - lightness[i]!);
    expect(steps.every((step) => (scheme === 'light' ? step <= 0.001 : step >= -0.001))).toBe(true);
  });

  it('has a contrast of 7 between silence and the loudest sound', () => {
    const [low, high] = [lightness[0]!, lightness[255]!].sort((a, b) => a - b);
    expect((high! + 0.05) / (low! + 0.05)).toBeGreaterThan(7);
  });
});
