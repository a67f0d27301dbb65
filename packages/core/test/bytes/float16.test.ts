import { describe, expect, it } from 'vitest';
import { decodeFloat16, fromFloat16, toFloat16 } from '../../src/bytes/float16.js';

describe('float16', () => {
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

  it('keeps every half-precision number', () => {
    for (let bits = 0; bits < 0x7c00; bits++) {
      expect(toFloat16(fromFloat16(bits))).toBe(bits);
      expect(toFloat16(-fromFloat16(bits))).toBe(bits | 0x8000);
    }
  });

  it('rounds to the nearest, half to even', () => {
    expect(fromFloat16(toFloat16(1 + 1 / 2048))).toBe(1);
    expect(fromFloat16(toFloat16(1 + 3 / 2048))).toBe(1 + 4 / 2048);
    expect(fromFloat16(toFloat16(0.1))).toBe(0.0999755859375);
    expect(fromFloat16(toFloat16(2047.9))).toBe(2048);
    expect(fromFloat16(toFloat16(2 ** -25))).toBe(0);
    expect(fromFloat16(toFloat16(65519))).toBe(65504);
  });

  it('is decoded from little-endian bytes', () => {
    const bytes = Uint8Array.of(0xff, 0x00, 0x3c, 0x00, 0xc0).subarray(1);
    expect([...decodeFloat16(bytes)]).toEqual([1, -2]);
  });

  it('has infinities and NaN', () => {
    expect(fromFloat16(toFloat16(1e6))).toBe(Infinity);
    expect(fromFloat16(toFloat16(-1e6))).toBe(-Infinity);
    expect(fromFloat16(toFloat16(NaN))).toBeNaN();
  });
});
