import { requireInteger, requireLength } from '../options/requireLength.js';
import { complexFft, type ComplexFft } from './complexFft.js';

/**
 * Fourier transform of real signals of one size, in float64. Any size from 2 works: powers of two are fastest,
 * other even sizes (400 and 480 are common in speech) take about six times as long, odd ones twelve times.
 *
 * @throws {SerError} `invalid-option` when the size is not an integer >= 2
 *
 * @example
 * const plan = new FftPlan(400);
 * const spectrum = new Float64Array(2 * plan.nFrequencies);
 * plan.transform(frame, spectrum); // real, imaginary, real, imaginary…
 */
export class FftPlan {
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
   * Writes the bins of `input` as interleaved real and imaginary parts. Allocates nothing.
   *
   * @param input real signal of shape `[size]`
   * @param output spectrum of shape `[nFrequencies, 2]`
   * @throws {SerError} `buffer-mismatch` when either buffer has another length
   */
  transform(input: Float64Array, output: Float64Array): void {
    requireLength('input', input, this.size);
    requireLength('output', output, 2 * this.nFrequencies);
    this.#transform(input, output);
  }
}

/**
 * An even number of real samples is read as half as many complex ones, which halves the work; the spectra of
 * the even and odd samples are then separated and joined.
 *
 * @see https://www.robinscheibler.org/2013/02/13/real-fft.html
 */
function evenSize(size: number) {
  const half = size / 2;
  const fft = complexFft(half);
  const cosines = Float64Array.from({ length: half }, (_, k) => Math.cos((2 * Math.PI * k) / size));
  const sines = Float64Array.from({ length: half }, (_, k) => Math.sin((2 * Math.PI * k) / size));
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
  const fft: ComplexFft = complexFft(size);
  const complexInput = new Float64Array(2 * size);
  return (input: Float64Array, output: Float64Array) => {
    for (let i = 0; i < size; i++) complexInput[2 * i] = input[i]!;
    const spectrum = fft.transform(complexInput);
    for (let i = 0; i < output.length; i++) output[i] = spectrum[i]!;
  };
}
