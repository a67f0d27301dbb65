import { describe, expect, it } from 'vitest';
import { type Point, pathOf, thinLine } from '../../src/drawing/thinLine.js';

describe('thinLine', () => {
  it('leaves out points on the line between others', () => {
    const line: Point[] = [
      [0, 0],
      [1, 0.001],
      [2, 0],
      [2, 2],
    ];
    expect(thinLine(line, 0.01)).toEqual([line[0], line[2], line[3]]);
    expect(thinLine(line, 0)).toEqual(line);
  });

  it('keeps every point within the tolerance, and both ends', () => {
    const curve = Array.from({ length: 500 }, (_, i): Point => [i / 499, Math.sqrt(i / 499)]);
    const thin = thinLine(curve, 0.01);
    expect(thin.length).toBeLessThan(20);
    expect([thin[0], thin.at(-1)]).toEqual([curve[0], curve.at(-1)]);
    for (const [x, y] of curve) {
      const after = thin.findIndex(([at]) => at >= x);
      const [[x0, y0], [x1, y1]] = [thin[Math.max(0, after - 1)]!, thin[after]!];
      const between = x1 === x0 ? y1 : y0 + ((y1 - y0) * (x - x0)) / (x1 - x0);
      expect(Math.abs(between - y)).toBeLessThan(0.08);
    }
  });

  it('takes lines of one point and of none', () => {
    expect(thinLine([], 1)).toEqual([]);
    expect(pathOf(thinLine([[1, 2]], 1))).toBe('M1.0 2.0');
  });
});
