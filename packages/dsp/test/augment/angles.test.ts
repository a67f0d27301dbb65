import { describe, expect, it } from 'vitest';
import { angleOf, withoutTurns, writePolar } from '../../src/augment/angles.js';

const circle = Array.from({ length: 401 }, (_, i) => ((i - 200) / 200) * Math.PI);

describe('angleOf', () => {
  it('equals Math.atan2', () => {
    for (const angle of circle) {
      const [re, im] = [3 * Math.cos(angle), 3 * Math.sin(angle)];
      expect(Math.abs(angleOf(re, im) - Math.atan2(im, re))).toBeLessThan(1e-15);
    }
  });

  it('is exact on the axes, and 0 for 0', () => {
    const points = [
      [1, 0],
      [0, 1],
      [-1, 0],
      [0, -1],
      [0, 0],
      [-0, 0],
    ] as const;
    const angles = points.map(([re, im]) => angleOf(re, im));
    expect(angles).toEqual([0, Math.PI / 2, Math.PI, -Math.PI / 2, 0, 0]);
  });
});

describe('writePolar', () => {
  it('equals Math.cos and Math.sin', () => {
    const output = new Float32Array(2 * circle.length);
    circle.forEach((phase, i) => writePolar(2, phase, output, 2 * i));
    circle.forEach((phase, i) => {
      expect(output[2 * i]).toBeCloseTo(2 * Math.cos(phase), 6);
      expect(output[2 * i + 1]).toBeCloseTo(2 * Math.sin(phase), 6);
    });
  });
});

describe('withoutTurns', () => {
  it('removes whole turns', () => {
    const angles = [1, 1 + 2 * Math.PI, 1 - 400 * Math.PI].map(withoutTurns);
    for (const angle of angles) expect(angle).toBeCloseTo(1, 12);
  });
});
