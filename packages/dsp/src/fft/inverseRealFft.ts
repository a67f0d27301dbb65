import { requireLength } from '../options/requireLength.js';
import { complexFft } from './complexFft.js';
import { halfCircle } from './halfCircle.js';

/**
 * The inverse of `RealFft`: from the bins up to the Nyquist frequency to a real signal, in float64. The imaginary parts
 * at 0 Hz and at the Nyquist frequency, which are 0 for a real signal, are ignored.
 *
 * @see numpy.fft.irfft(bins, n=size)
 */
export class InverseRealFft {
  readonly size: number;
  /** Number of bins from 0 Hz to the Nyquist frequency: `1 + floor(size / 2)`. */
  readonly nFrequencies: number;
  readonly #transform: (input: Float64Array, output: Float64Array) => void;

  /** @param size length of the signal, an integer from 2 on */
  constructor(size: number) {
    this.size = size;
    this.nFrequencies = 1 + Math.floor(size / 2);
    this.#transform = size % 2 === 0 ? evenSize(size) : oddSize(size);
  }

  /**
   * Writes the signal with the bins `input`, without allocating memory.
   *
   * @param input spectrum of shape `[nFrequencies, 2]`
   * @param output real signal of shape `[size]`
   * @throws {SerError} `buffer-mismatch` if a buffer has another length
   */
  transform(input: Float64Array, output: Float64Array): void {
    requireLength('input', input, 2 * this.nFrequencies);
    requireLength('output', output, this.size);
    this.#transform(input, output);
  }
}

// An inverse transform is a forward transform with real and imaginary parts swapped in the input and output.

/**
 * Folds the bins into half as many complex numbers, whose transform has the even samples as real parts and the odd
 * samples as imaginary parts: the steps of `RealFft` in reverse.
 */
function evenSize(size: number) {
  const half = size / 2;
  const fft = complexFft(half);
  const swapped = new Float64Array(size);
  const { cosines, sines } = halfCircle(size);
  return (input: Float64Array, output: Float64Array) => {
    swapped[0] = input[0]! - input[size]!;
    swapped[1] = input[0]! + input[size]!;
    for (let k = 1, mirror = half - 1; k < half; k++, mirror--) {
      const evenReal = input[2 * k]! + input[2 * mirror]!;
      const evenImag = input[2 * k + 1]! - input[2 * mirror + 1]!;
      const turnedReal = input[2 * k]! - input[2 * mirror]!;
      const turnedImag = input[2 * k + 1]! + input[2 * mirror + 1]!;
      const oddReal = turnedReal * cosines[k]! - turnedImag * sines[k]!;
      const oddImag = turnedReal * sines[k]! + turnedImag * cosines[k]!;
      swapped[2 * k] = evenImag + oddReal;
      swapped[2 * k + 1] = evenReal - oddImag;
    }
    const signal = fft.transform(swapped);
    for (let i = 0; i < size; i += 2) {
      output[i] = signal[i + 1]! / size;
      output[i + 1] = signal[i]! / size;
    }
  };
}

function oddSize(size: number) {
  const fft = complexFft(size);
  const swapped = new Float64Array(2 * size);
  return (input: Float64Array, output: Float64Array) => {
    swapped[0] = 0;
    swapped[1] = input[0]!;
    for (let k = 1, mirror = size - 1; k < mirror; k++, mirror--) {
      swapped[2 * k] = input[2 * k + 1]!;
      swapped[2 * k + 1] = input[2 * k]!;
      swapped[2 * mirror] = -input[2 * k + 1]!;
      swapped[2 * mirror + 1] = input[2 * k]!;
    }
    const signal = fft.transform(swapped);
    for (let i = 0; i < size; i++) output[i] = signal[2 * i + 1]! / size;
  };
}
