import { describe, expect, it } from 'vitest';
import { median } from '../../src/ranks/median.js';
import { partition } from '../../src/ranks/partition.js';
import { roundHalfToEven } from '../../src/spectrum/roundHalfToEven.js';
import { noise } from '../helpers/testSignal.js';

describe('partition', () => {
  it.each([0, 1, 7, 50, 99, 100])('puts the %i smallest of 100 values first', (n) => {
    const values = noise(100);
    const sorted = values.slice().sort();
    partition(values, n);
    expect(values.slice(0, n).sort()).toEqual(sorted.slice(0, n));
    expect(values.slice(n).sort()).toEqual(sorted.slice(n));
  });

  it('copes with equal values, and with none', () => {
    const values = Float64Array.of(2, 1, 2, 1, 2, 1);
    partition(values, 3);
    expect([...values]).toEqual([1, 1, 1, 2, 2, 2]);
    expect(() => partition(new Float64Array(0), 0)).not.toThrow();
  });
});

describe('median', () => {
  it('is the middle value, or the mean of two', () => {
    expect(median(Float64Array.of(5, 1, 4))).toBe(4);
    expect(median(Float64Array.of(5, 1, 4, 2))).toBe(3);
    expect(median(Float64Array.of(7))).toBe(7);
  });
});

describe('roundHalfToEven', () => {
  it('rounds as numpy', () => {
    const rounded = [0.5, 1.5, 2.5, 2.4, 2.6, -0.5, -1.5].map(roundHalfToEven);
    expect(rounded.map((value) => value + 0)).toEqual([0, 2, 2, 2, 3, 0, -2]);
  });
});
