import { requireInteger } from '@ser/core';
import { requireLength } from '../options/requireLength.js';
import { maxColumns } from '../options/sizeLimits.js';

export interface DctOptions {
  /**
   * Number of coefficients, from the lowest on: an integer from 1 to `size`.
   *
   * @default size
   */
  readonly nCoefficients?: number;
}

type Floats = Float32Array | Float64Array;

/**
 * The orthonormal discrete cosine transform (type 2) of signals of one size:
 * `y[k] = s[k] * sum over n of x[n] * cos(π k (2n + 1) / (2 size))`, `s[0] = √(1 / size)`, else `√(2 / size)`.
 *
 * @throws {SerError} `invalid-option`
 * @see scipy.fft.dct(x, type=2, norm='ortho')
 */
export class DctPlan {
  readonly size: number;
  readonly nCoefficients: number;
  readonly #half: number;
  /** First halves of the basis vectors, of shape `[4 * ceil(nCoefficients / 4), half]`. */
  readonly #basis: Float64Array;
  readonly #sums: Float64Array;
  readonly #differences: Float64Array;
  /** The coefficients, and up to three more. */
  readonly #coefficients: Float64Array;

  constructor(size: number, { nCoefficients = size }: DctOptions = {}) {
    requireInteger('size', size, { min: 1, max: maxColumns });
    requireInteger('nCoefficients', nCoefficients, { min: 1, max: size });
    this.size = size;
    this.nCoefficients = nCoefficients;
    this.#half = Math.ceil(size / 2);
    this.#coefficients = new Float64Array(4 * Math.ceil(nCoefficients / 4));
    this.#basis = halfBasis(size, this.#coefficients.length);
    this.#sums = new Float64Array(this.#half);
    this.#differences = new Float64Array(this.#half);
  }

  /**
   * Writes the first coefficients of `input`, without allocating memory.
   *
   * @param input signal of shape `[size]`
   * @param output coefficients of shape `[nCoefficients]`; not the buffer of `input`
   * @throws {SerError} `buffer-mismatch`
   */
  transform(input: Float32Array, output: Float32Array): void {
    requireLength('input', input, this.size);
    requireLength('output', output, this.nCoefficients);
    this.transformRow(input, 0, output, 0);
  }

  /** Like `transform`, for rows at offsets of larger buffers, without checks. */
  transformRow(input: Floats, inputOffset: number, output: Floats, outputOffset: number): void {
    this.#fold(input, inputOffset);
    const sums = this.#sums;
    const differences = this.#differences;
    const basis = this.#basis;
    const half = this.#half;
    const coefficients = this.#coefficients;
    // Four sums at once, because each addition has to wait for the previous one.
    for (let k = 0; k < coefficients.length; k += 4) {
      let first = 0;
      let second = 0;
      let third = 0;
      let fourth = 0;
      for (let n = 0, b = k * half; n < half; n++, b++) {
        const sum = sums[n]!;
        const difference = differences[n]!;
        first += sum * basis[b]!;
        second += difference * basis[b + half]!;
        third += sum * basis[b + 2 * half]!;
        fourth += difference * basis[b + 3 * half]!;
      }
      coefficients[k] = first;
      coefficients[k + 1] = second;
      coefficients[k + 2] = third;
      coefficients[k + 3] = fourth;
    }
    for (let k = 0; k < this.nCoefficients; k++) output[outputOffset + k] = coefficients[k]!;
  }

  /** Basis vectors are symmetric for even k and antisymmetric for odd k, so half of the products are enough. */
  #fold(input: Floats, offset: number): void {
    const sums = this.#sums;
    const differences = this.#differences;
    const half = this.#half;
    const last = offset + this.size - 1;
    for (let n = 0; n < half; n++) {
      const value = input[offset + n]!;
      const mirrored = input[last - n]!;
      sums[n] = value + mirrored;
      differences[n] = value - mirrored;
    }
    if (this.size % 2 === 1) sums[half - 1] = input[offset + half - 1]!;
  }
}

/**
 * The orthonormal discrete cosine transform (type 2) of a signal of up to 4096 values.
 *
 * @returns coefficients of shape `[nCoefficients]`
 * @throws {SerError} `invalid-option`
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

/** The first halves of basis vectors, of shape `[nVectors, ceil(size / 2)]`. */
export function halfBasis(size: number, nVectors: number): Float64Array {
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
