import { requireInteger, requireLength } from '../requireOption.js';

export interface DctOptions {
  /**
   * How many coefficients to keep, from the lowest on: an integer in [1, size].
   *
   * @default size
   */
  readonly nCoefficients?: number;
}

type Floats = Float32Array | Float64Array;

/**
 * The orthonormal discrete cosine transform, type 2, of signals of one size:
 * `y[k] = s[k] * sum over n of x[n] * cos(π k (2n + 1) / (2 size))`, `s[0] = √(1 / size)`, else `√(2 / size)`.
 *
 * @throws {DspError} `invalid-option`
 * @see scipy.fft.dct(x, type=2, norm='ortho')
 *
 * @example
 * const plan = new DctPlan(128, { nCoefficients: 40 });
 * plan.transform(levels, coefficients);
 */
export class DctPlan {
  readonly size: number;
  readonly nCoefficients: number;
  readonly #half: number;
  /** First halves of the basis vectors, of shape `[nCoefficients + nCoefficients % 2, half]`. */
  readonly #basis: Float64Array;
  readonly #sums: Float64Array;
  readonly #differences: Float64Array;

  constructor(size: number, { nCoefficients = size }: DctOptions = {}) {
    requireInteger('size', size, { min: 1 });
    requireInteger('nCoefficients', nCoefficients, { min: 1, max: size });
    this.size = size;
    this.nCoefficients = nCoefficients;
    this.#half = Math.ceil(size / 2);
    this.#basis = halfBasis(size, nCoefficients + (nCoefficients % 2));
    this.#sums = new Float64Array(this.#half);
    this.#differences = new Float64Array(this.#half);
  }

  /**
   * Writes the first coefficients of `input`. Allocates nothing.
   *
   * @param input signal of shape `[size]`
   * @param output coefficients of shape `[nCoefficients]`, another buffer than `input`
   * @throws {DspError} `buffer-mismatch`
   */
  transform(input: Float32Array, output: Float32Array): void {
    requireLength('input', input, this.size);
    requireLength('output', output, this.nCoefficients);
    this.transformRow(input, 0, output, 0);
  }

  /** `transform` between rows that begin at an offset of larger, checked buffers. */
  transformRow(input: Floats, inputOffset: number, output: Floats, outputOffset: number): void {
    this.#fold(input, inputOffset);
    const sums = this.#sums;
    const differences = this.#differences;
    const basis = this.#basis;
    const half = this.#half;
    for (let k = 0; k < this.nCoefficients; k += 2) {
      let even = 0;
      let odd = 0;
      for (let n = 0, b = k * half; n < half; n++, b++) {
        even += sums[n]! * basis[b]!;
        odd += differences[n]! * basis[b + half]!;
      }
      output[outputOffset + k] = even;
      if (k + 1 < this.nCoefficients) output[outputOffset + k + 1] = odd;
    }
  }

  /** Basis vectors mirror about the middle, evenly for even k and oddly for odd k: half the products suffice. */
  #fold(input: Floats, offset: number): void {
    const last = offset + this.size - 1;
    for (let n = 0; n < this.#half; n++) {
      this.#sums[n] = input[offset + n]! + input[last - n]!;
      this.#differences[n] = input[offset + n]! - input[last - n]!;
    }
    if (this.size % 2 === 1) this.#sums[this.#half - 1] = input[offset + this.#half - 1]!;
  }
}

/**
 * The orthonormal type-2 cosine transform of one signal.
 *
 * @throws {DspError} `invalid-option`
 *
 * @example
 * dct(Float32Array.of(1, 1, 1, 1)); // 2, 0, 0, 0
 */
export function dct(input: Float32Array, options: DctOptions = {}): Float32Array {
  const plan = new DctPlan(input.length, options);
  const output = new Float32Array(plan.nCoefficients);
  plan.transform(input, output);
  return output;
}

function halfBasis(size: number, nVectors: number): Float64Array {
  const half = Math.ceil(size / 2);
  const basis = new Float64Array(nVectors * half);
  for (let k = 0; k < nVectors; k++) {
    const scale = Math.sqrt((k === 0 ? 1 : 2) / size);
    for (let n = 0; n < half; n++) {
      basis[k * half + n] = scale * Math.cos((Math.PI * k * (2 * n + 1)) / (2 * size));
    }
  }
  return basis;
}
