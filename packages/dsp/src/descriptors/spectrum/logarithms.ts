/** Number of leading bits of the mantissa that select an entry of the tables. */
const tableBits = 8;
const tableSize = 2 ** tableBits;
/** Inverse and logarithm of the middle of the range of each entry, in [1, 2). */
const inverses = Float64Array.from({ length: tableSize }, (_, i) => 1 / (1 + (i + 0.5) / tableSize));
const middleLogarithms = Float64Array.from(inverses, (inverse) => -Math.log(inverse));
/** The factor that scales a number with each biased exponent into [1, 2). */
const scales = Float64Array.from({ length: 2047 }, (_, exponent) => 2 ** (1023 - exponent));
/** Index of the 32-bit half with sign and exponent: 1 on little-endian machines. */
const upperHalf = new Int32Array(Float64Array.of(1).buffer)[1] === 0 ? 0 : 1;

/**
 * Natural logarithms of many normal numbers above 0, within 1e-14: several times as fast as `Math.log`, because the loop
 * has no branches. Each number is `2^e (1 + m)`; a table contains the logarithm of a number close to `1 + m`, and a
 * series gives the rest.
 *
 * @see P. T. P. Tang, "Table-driven implementation of the logarithm function in IEEE floating-point arithmetic", 1990
 */
export class Logarithms {
  /** The inputs, to be filled by the caller. */
  readonly values: Float64Array;
  /** The same numbers as pairs of 32-bit halves. */
  readonly #halves: Int32Array;

  constructor(length: number) {
    this.values = new Float64Array(length);
    this.#halves = new Int32Array(this.values.buffer);
  }

  /** @param output filled, of the same length as `values`; may be `values` itself */
  transform(output: Float64Array): void {
    const values = this.values;
    const halves = this.#halves;
    // Local constants avoid a lookup of module constants in the loop, which halves the time.
    const scaleOf = scales;
    const inverseOf = inverses;
    const logarithmOf = middleLogarithms;
    const shift = 20 - tableBits;
    const mask = tableSize - 1;
    const half = upperHalf;
    for (let i = 0; i < values.length; i++) {
      const upper = halves[2 * i + half]!;
      const exponent = upper >> 20;
      const entry = (upper >> shift) & mask;
      const rest = values[i]! * scaleOf[exponent]! * inverseOf[entry]! - 1;
      const square = rest * rest;
      const series = rest - square * (1 / 2 - rest * (1 / 3) + square * (1 / 4 - rest * (1 / 5)));
      output[i] = (exponent - 1023) * Math.LN2 + (logarithmOf[entry]! + series);
    }
  }
}
