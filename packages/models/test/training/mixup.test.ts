import { targetsOf } from '@ser/classifiers/training';
import { describe, expect, it } from 'vitest';
import { mixUp } from '../../src/training/mixup.js';
import { symmetricBeta } from '../../src/training/symmetricBeta.js';

/** Example k has the value k everywhere, so that a mixture tells its share. */
function batch(n: number) {
  const y = Int32Array.from({ length: n }, (_, i) => i % 3);
  const data = Float32Array.from({ length: n * 4 }, (_, i) => Math.floor(i / 4));
  return { x: { data, shape: [n, 2, 2] }, y, targets: targetsOf(y, 3) };
}

describe('mixUp', () => {
  it('mixes values and targets with the same share, one for each example', () => {
    const mixed = mixUp(batch(8), { alpha: 1 }, 5);
    expect(mixed.x.shape).toEqual([8, 2, 2]);
    for (let row = 0; row < 8; row++) {
      const values = mixed.x.data.subarray(row * 4, row * 4 + 4);
      const targets = mixed.targets.subarray(row * 3, row * 3 + 3);
      expect(new Set(values).size).toBe(1);
      const isMixtureWith = (partner: number) => {
        const share = partner === row ? 1 : (values[0]! - partner) / (row - partner);
        const part = (label: number) => share * +(row % 3 === label) + (1 - share) * +(partner % 3 === label);
        return targets.every((target, label) => Math.abs(target - part(label)) < 1e-5);
      };
      expect([0, 1, 2, 3, 4, 5, 6, 7].some(isMixtureWith)).toBe(true);
      expect(targets[mixed.y[row]!]).toBe(Math.max(...targets)); // of the class of its greater part
    }
  });

  it('gives the same for the same seed', () => {
    expect(mixUp(batch(8), { alpha: 0.4 }, 5)).toEqual(mixUp(batch(8), { alpha: 0.4 }, 5));
    expect(mixUp(batch(8), { alpha: 0.4 }, 6)).not.toEqual(mixUp(batch(8), { alpha: 0.4 }, 5));
  });

  it('does not change a batch of one', () => {
    const one = batch(1);
    expect(mixUp(one, { alpha: 1 }, 1)).toEqual(one);
  });
});

/** A grid of the unit square in place of draws. */
function overSquare(f: (u: number, v: number) => number, n = 400): number {
  let sum = 0;
  for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) sum += f((i + 0.5) / n, (j + 0.5) / n);
  return sum / n ** 2;
}

describe('symmetricBeta', () => {
  // Var = 1 / (4 (2α + 1)), and E(x - 1/2)⁴ = 3 / (16 (2α + 1)(2α + 3)).
  it.each([0.2, 0.5, 1, 2, 8])('has the moments of Beta(%d, alpha)', (alpha) => {
    const moment = (k: number) => overSquare((u, v) => (symmetricBeta(alpha, u, v) - 0.5) ** k);
    expect(moment(1)).toBeCloseTo(0, 9);
    expect(moment(2)).toBeCloseTo(1 / (4 * (2 * alpha + 1)), 3);
    expect(moment(4)).toBeCloseTo(3 / (16 * (2 * alpha + 1) * (2 * alpha + 3)), 3);
  });

  it('is uniform for alpha 1', () => {
    const below = (bound: number) => overSquare((u, v) => +(symmetricBeta(1, u, v) < bound));
    for (const bound of [0.1, 0.3, 0.5, 0.9]) expect(below(bound)).toBeCloseTo(bound, 2);
  });

  it('is 0 or 1 for tiny alphas', () => {
    expect(symmetricBeta(1e-5, 0.5, 0.1)).toBe(1);
    expect(symmetricBeta(1e-5, 0.5, 0.4)).toBe(0);
    expect(symmetricBeta(0.2, 0, 0.4)).toBe(0.5);
  });
});
