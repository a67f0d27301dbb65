import { requireLength } from '../options/requireLength.js';
import { complexFft } from './complexFft.js';
import { halfCircle } from './halfCircle.js';

/**
 * Fourier transform of real signals of one size, in float64. Powers of two are fastest; other even sizes (400 and 480
 * are common for speech) take about six times as long, odd sizes twelve times.
 *
 * @see numpy.fft.rfft
 */
export class RealFft {
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
   * Writes the bins of `input` as interleaved real and imaginary parts, without allocating memory.
   *
   * @param input real signal of shape `[size]`
   * @param output spectrum of shape `[nFrequencies, 2]`
   * @throws {SerError} `buffer-mismatch` if a buffer has another length
   */
  transform(input: Float64Array, output: Float64Array): void {
    requireLength('input', input, this.size);
    requireLength('output', output, 2 * this.nFrequencies);
    this.#transform(input, output);
  }
}

/**
 * Reads an even number of real samples as half as many complex numbers, which halves the work, then separates and joins
 * the spectra of the even and odd samples.
 *
 * @see https://www.robinscheibler.org/2013/02/13/real-fft.html
 */
function evenSize(size: number) {
  const half = size / 2;
  const fft = complexFft(half);
  const { cosines, sines } = halfCircle(size);
  return (input: Float64Array, output: Float64Array) => {
    const packed = fft.transform(input);
    output[0] = packed[0]! + packed[1]!;
    output[1] = 0;
    output[size] = packed[0]! - packed[1]!;
    output[size + 1] = 0;
    for (let k = 1, mirror = half - 1; k <= mirror; k++, mirror--) {
      const evenReal = 0.5 * (packed[2 * k]! + packed[2 * mirror]!);
      const evenImag = 0.5 * (packed[2 * k + 1]! - packed[2 * mirror + 1]!);
      const oddReal = 0.5 * (packed[2 * k + 1]! + packed[2 * mirror + 1]!);
      const oddImag = 0.5 * (packed[2 * mirror]! - packed[2 * k]!);
      const turnedReal = oddReal * cosines[k]! + oddImag * sines[k]!;
      const turnedImag = oddImag * cosines[k]! - oddReal * sines[k]!;
      output[2 * k] = evenReal + turnedReal;
      output[2 * k + 1] = evenImag + turnedImag;
      output[2 * mirror] = evenReal - turnedReal;
      output[2 * mirror + 1] = turnedImag - evenImag;
    }
  };
}

function oddSize(size: number) {
  const fft = complexFft(size);
  const complexInput = new Float64Array(2 * size);
  return (input: Float64Array, output: Float64Array) => {
    for (let i = 0; i < size; i++) complexInput[2 * i] = input[i]!;
    const spectrum = fft.transform(complexInput);
    for (let i = 0; i < output.length; i++) output[i] = spectrum[i]!;
  };
}
