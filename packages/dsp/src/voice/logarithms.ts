/** Leading bits of the mantissa that choose an entry of the tables. */
const tableBits = 8;
const tableSize = 2 ** tableBits;
/** A number in the middle of each entry's, in [1, 2): its inverse and its logarithm. */
const inverses = Float64Array.from({ length: tableSize }, (_, i) => 1 / (1 + (i + 0.5) / tableSize));
const middleLogarithms = Float64Array.from(inverses, (inverse) => -Math.log(inverse));
/** Where the half with sign and exponent stands in a pair: 1 on little-endian machines. */
const upperHalf = new Int32Array(Float64Array.of(1).buffer)[1] === 0 ? 0 : 1;

/**
 * Natural logarithms of many normal numbers > 0, within 1e-14: several times as fast as `Math.log`, as there is no
 * branch in it. Each number is `2^e (1 + m)`; a table knows the logarithm of a number close to `1 + m`, and a series the
 * rest.
 *
 * @see P. T. P. Tang, "Table-driven implementation of the logarithm function in IEEE floating-point arithmetic", 1990
 */
export class Logarithms {
  readonly #mantissas: Float64Array;
  /** The same numbers as pairs of halves. */
  readonly #halves: Int32Array;

  constructor(length: number) {
    const mantissas = new Float64Array(length);
    this.#mantissas = mantissas;
    this.#halves = new Int32Array(mantissas.buffer);
  }

  /**
   * @param values of the plan's length
   * @param output filled; may be `values` itself
   */
  transform(values: Float64Array, output: Float64Array): void {
    const mantissas = this.#mantissas;
    const halves = this.#halves;
    mantissas.set(values);
    for (let i = 0; i < mantissas.length; i++) {
      const upper = halves[2 * i + upperHalf]!;
      halves[2 * i + upperHalf] = (upper & 0xfffff) | 0x3ff00000;
      output[i] = ((upper >>> 20) - 1023) * Math.LN2;
    }
    for (let i = 0; i < mantissas.length; i++) {
      const entry = (halves[2 * i + upperHalf]! >>> (20 - tableBits)) & (tableSize - 1);
      const rest = mantissas[i]! * inverses[entry]! - 1;
      const series = rest * (1 - rest * (1 / 2 - rest * (1 / 3 - rest * (1 / 4 - rest * (1 / 5)))));
      output[i]! += middleLogarithms[entry]! + series;
    }
  }
}
