import { complexFft, type ComplexFft } from '../spectrum/complexFft.js';

/**
 * Power spectra of real frames of one even size: `|X[k]|²` for k from 0 to size / 2, without writing the spectrum down.
 * The frame is read as half as many complex numbers, as in `FftPlan`.
 *
 * @see https://www.robinscheibler.org/2013/02/13/real-fft.html
 */
export class PowerSpectrum {
  readonly size: number;
  readonly #fft: ComplexFft;
  readonly #cosines: Float64Array;
  readonly #sines: Float64Array;

  constructor(size: number) {
    const half = size / 2;
    this.size = size;
    this.#fft = complexFft(half);
    this.#cosines = Float64Array.from({ length: half }, (_, k) => Math.cos((2 * Math.PI * k) / size));
    this.#sines = Float64Array.from({ length: half }, (_, k) => Math.sin((2 * Math.PI * k) / size));
  }

  /**
   * @param frame real signal of shape `[size]`
   * @param powers filled, of shape `[size / 2 + 1]`
   */
  transform(frame: Float64Array, powers: Float64Array): void {
    const packed = this.#fft.transform(frame);
    const cosines = this.#cosines;
    const sines = this.#sines;
    const half = this.size / 2;
    powers[0] = squared(packed[0]! + packed[1]!);
    powers[half] = squared(packed[0]! - packed[1]!);
    for (let k = 1, mirror = half - 1; k <= mirror; k++, mirror--) {
      const evenReal = packed[2 * k]! + packed[2 * mirror]!;
      const evenImag = packed[2 * k + 1]! - packed[2 * mirror + 1]!;
      const oddReal = packed[2 * k + 1]! + packed[2 * mirror + 1]!;
      const oddImag = packed[2 * mirror]! - packed[2 * k]!;
      const turnedReal = oddReal * cosines[k]! + oddImag * sines[k]!;
      const turnedImag = oddImag * cosines[k]! - oddReal * sines[k]!;
      powers[k] = 0.25 * (squared(evenReal + turnedReal) + squared(evenImag + turnedImag));
      powers[mirror] = 0.25 * (squared(evenReal - turnedReal) + squared(evenImag - turnedImag));
    }
  }
}

function squared(value: number): number {
  return value * value;
}
