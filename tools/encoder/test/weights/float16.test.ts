import { describe, expect, it } from 'vitest';
import { decodeFloat16 } from '../../src/weights/float16.js';

const decode = (...bits: number[]) => [...decodeFloat16(new Uint8Array(Uint16Array.from(bits).buffer))];

describe('decodeFloat16', () => {
  it('reads ordinary numbers', () => {
    expect(decode(0x3c00, 0xc000, 0x3555, 0x7bff)).toEqual([1, -2, 0.333251953125, 65504]);
  });

  it('reads zeros and numbers below the smallest ordinary one', () => {
    expect(decode(0x0000, 0x8000, 0x0001, 0x83ff)).toEqual([0, -0, 2 ** -24, -1023 * 2 ** -24]);
  });

  it('reads infinities and NaN', () => {
    expect(decode(0x7c00, 0xfc00, 0x7e00)).toEqual([Infinity, -Infinity, NaN]);
  });
});
