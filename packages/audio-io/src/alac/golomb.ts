import type { AlacBits } from './alacBits.js';
import { corruptAlac } from './corruptAlac.js';

/** Parameters of the code for one channel of a packet. */
export interface GolombCode {
  readonly mb: number;
  readonly pb: number;
  readonly kb: number;
  /** Bits of a value that is stored as it is. */
  readonly maxBits: number;
}

const meanShift = 9;
const escapeLength = 9;
const maxMean = 0xffff;

/** Below this mean, a run of zeros follows. */
const zeroMean = (1 << meanShift) >> 2;

/**
 * Reads the residuals of one channel: adaptive Golomb codes, with runs of zeros where they are small.
 *
 * @see `ag_dec.c` of the reference decoder, https://github.com/macosforge/alac
 */
export function readResiduals(bits: AlacBits, residuals: Int32Array, n: number, code: GolombCode): void {
  const { pb, kb, maxBits } = code;
  let mean = code.mb;
  let afterRun = 0;
  let i = 0;
  while (i < n) {
    const k = Math.min(31 - Math.clz32((mean >>> meanShift) + 3), kb);
    const value = readValue(bits, k, maxBits);
    const folded = value + afterRun;
    residuals[i++] = folded % 2 === 0 ? folded / 2 : -(folded + 1) / 2;
    mean = value > maxMean ? maxMean : nextMean(mean, pb, folded);
    afterRun = 0;
    if (mean < zeroMean && i < n) {
      const run = readRun(bits, mean, kb);
      if (i + run > n) throw corruptAlac('a run of zeros beyond the packet');
      residuals.fill(0, i, i + run);
      i += run;
      afterRun = run >= 0xffff ? 0 : 1;
      mean = 0;
    }
  }
}

function nextMean(mean: number, pb: number, value: number): number {
  return (Math.imul(pb, value) + mean - (Math.imul(pb, mean) >>> meanShift)) >>> 0;
}

/** A run of 1 bits times 2^k - 1, and k bits more; after nine 1 bits, the value as it is. */
function readValue(bits: AlacBits, k: number, maxBits: number): number {
  const word = bits.peek();
  const prefix = Math.clz32(~word);
  if (prefix >= escapeLength) {
    bits.skip(escapeLength);
    return bits.unsigned(maxBits);
  }
  if (k === 1) {
    bits.skip(prefix + 1);
    return prefix;
  }
  const rest = (word << (prefix + 1)) >>> (32 - k);
  const whole = prefix * (2 ** k - 1);
  bits.skip(prefix + k + (rest >= 2 ? 1 : 0));
  return rest >= 2 ? whole + rest - 1 : whole;
}

/** The number of zeros that follow. */
function readRun(bits: AlacBits, mean: number, kb: number): number {
  const k = Math.clz32(mean) - 24 + ((mean + 16) >> 6);
  const mask = (2 ** k - 1) & (2 ** kb - 1);
  const word = bits.peek();
  const prefix = Math.clz32(~word);
  if (prefix >= escapeLength) {
    bits.skip(escapeLength);
    return bits.unsigned(16);
  }
  bits.skip(prefix + 1);
  const rest = bits.peek() >>> (32 - k);
  if (rest < 2) {
    bits.skip(k - 1);
    return prefix * mask;
  }
  bits.skip(k);
  return prefix * mask + rest - 1;
}
