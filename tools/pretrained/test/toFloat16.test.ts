import { describe, expect, it } from 'vitest';
import { toFloat16 } from '../src/toFloat16.js';

describe('toFloat16', () => {
  // IEEE 754-2019, binary16
  it.each([
    [0, 0x0000],
    [-0, 0x8000],
    [1, 0x3c00],
    [-2, 0xc000],
    [65504, 0x7bff],
    [2 ** -14, 0x0400],
    [2 ** -24, 0x0001],
    [1023 * 2 ** -24, 0x03ff],
    [1 / 3, 0x3555],
  ])('of %d', (value, bits) => {
    expect(toFloat16(value)).toBe(bits);
  });

  it('rounds half to even, and carries into the exponent', () => {
    expect(toFloat16(1 + 2 ** -11)).toBe(0x3c00);
    expect(toFloat16(1 + 3 * 2 ** -11)).toBe(0x3c02);
    expect(toFloat16(2 - 2 ** -12)).toBe(0x4000);
    expect(toFloat16(2 ** -25)).toBe(0);
    expect(toFloat16(2 ** -30)).toBe(0);
  });

  it('rejects values out of range', () => {
    expect(() => toFloat16(65520)).toThrow(RangeError);
    expect(() => toFloat16(Infinity)).toThrow(RangeError);
    expect(() => toFloat16(NaN)).toThrow(RangeError);
  });
});
