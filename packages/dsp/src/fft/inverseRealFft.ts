import { requireInteger, requireLength } from '../options/requireLength.js';
import { complexFft } from './complexFft.js';

/**
 * The inverse of `FftPlan`: from the bins up to the Nyquist frequency to a real signal, in float64. Imaginary
 * parts that no real signal has, at 0 Hz and at the Nyquist frequency, are ignored.
 *
 * @throws {SerError} `invalid-option` when the size is not an integer >= 2
 * @see numpy.fft.irfft(bins, n=size)
 *
 * @example
 * const plan = new InverseFftPlan(400);
 * const signal = new Float64Array(400);
 * plan.transform(spectrum, signal);
 */
export class InverseFftPlan {
  readonly size: number;
  /** Bins from 0 Hz to the Nyquist frequency: `1 + floor(size / 2)`. */
  readonly nFrequencies: number;
  readonly #transform: (input: Float64Array, output: Float64Array) => void;

  constructor(size: number) {
    requireInteger('nFft', size, { min: 2 });
    this.size = size;
    this.nFrequencies = 1 + Math.floor(size / 2);
    this.#transform = size % 2 === 0 ? evenSize(size) : oddSize(size);
  }

  /**
   * Writes the signal of which `input` are the bins. Allocates nothing.
   *
   * @param input spectrum of shape `[nFrequencies, 2]`
   * @param output real signal of shape `[size]`
   * @throws {SerError} `buffer-mismatch` when either buffer has another length
   */
  transform(input: Float64Array, output: Float64Array): void {
    requireLength('input', input, 2 * this.nFrequencies);
    requireLength('output', output, this.size);
    this.#transform(input, output);
  }
}

// An inverse transform is a forward one with real and imaginary parts exchanged on both sides.

/**
 * The bins are folded into half as many complex ones, whose transform holds the even samples as real and the
 * odd samples as imaginary parts: the way of `FftPlan`, backwards.
 */
function evenSize(size: number) {
  const half = size / 2;
  const fft = complexFft(half);
  const exchanged = new Float64Array(size);
  const cosines = Float64Array.from({ length: half }, (_, k) => Math.cos((2 * Math.PI * k) / size));
  const sines = Float64Array.from({ length: half }, (_, k) => Math.sin((2 * Math.PI * k) / size));
  return (input: Float64Array, output: Float64Array) => {
    exchanged[0] = input[0]! - input[size]!;
    exchanged[1] = input[0]! + input[size]!;
    for (let k = 1, mirror = half - 1; k < half; k++, mirror--) {
      const evenReal = input[2 * k]! + input[2 * mirror]!;
      const evenImag = input[2 * k + 1]! - input[2 * mirror + 1]!;
      const turnedReal = input[2 * k]! - input[2 * mirror]!;
      const turnedImag = input[2 * k + 1]! + input[2 * mirror + 1]!;
      const oddReal = turnedReal * cosines[k]! - turnedImag * sines[k]!;
      const oddImag = turnedReal * sines[k]! + turnedImag * cosines[k]!;
      exchanged[2 * k] = evenImag + oddReal;
      exchanged[2 * k + 1] = evenReal - oddImag;
    }
    const signal = fft.transform(exchanged);
    for (let i = 0; i < size; i += 2) {
      output[i] = signal[i + 1]! / size;
      output[i + 1] = signal[i]! / size;
    }
  };
}

function oddSize(size: number) {
  const fft = complexFft(size);
  const exchanged = new Float64Array(2 * size);
  return (input: Float64Array, output: Float64Array) => {
    exchanged[0] = 0;
    exchanged[1] = input[0]!;
    for (let k = 1, mirror = size - 1; k < mirror; k++, mirror--) {
      exchanged[2 * k] = input[2 * k + 1]!;
      exchanged[2 * k + 1] = input[2 * k]!;
      exchanged[2 * mirror] = -input[2 * k + 1]!;
      exchanged[2 * mirror + 1] = input[2 * k]!;
    }
    const signal = fft.transform(exchanged);
    for (let i = 0; i < size; i++) output[i] = signal[2 * i + 1]! / size;
  };
}
