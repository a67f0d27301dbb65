import { describe, expect, it } from 'vitest';
import { parabolicShift } from '../../src/pitch/parabolicShift.js';

describe('parabolicShift', () => {
  it('finds the vertex of a parabola', () => {
    const parabola = (x: number) => 3 - (x - 0.25) ** 2;
    expect(parabolicShift(parabola(-1), parabola(0), parabola(1))).toBeCloseTo(0.25, 12);
  });

  it('of a line, or of a vertex more than a step away, is 0', () => {
    expect(parabolicShift(1, 2, 3)).toBe(0);
    expect(parabolicShift(0, 10, 30)).toBe(0);
    expect(parabolicShift(0, 0, 0)).toBe(0);
  });
});
