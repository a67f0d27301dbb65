import { describe, expect, it } from 'vitest';
import { fromFloat16, toFloat16 } from '../../src/teach/float16.js';

describe('float16', () => {
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

  it('has infinities and NaN', () => {
    expect(fromFloat16(toFloat16(1e6))).toBe(Infinity);
    expect(fromFloat16(toFloat16(-1e6))).toBe(-Infinity);
    expect(fromFloat16(toFloat16(NaN))).toBeNaN();
  });
});
