import { complexFft, type ComplexFft } from '../spectrum/complexFft.js';

/**
 * The inverse Fourier transform of real and even spectra of one size, such as power spectra: a cosine transform of type
 * 1, by one of a quarter the size in complex numbers.
 *
 * @see W. H. Press et al., "Numerical Recipes", 3rd ed., 12.4.2
 */
export class EvenFourierTransform {
  readonly #size: number;
  readonly #fft: ComplexFft;
  /** Of angles `2π k / size`. */
  readonly #cosines: Float64Array;
  readonly #sines: Float64Array;
  readonly #folded: Float64Array;

  /** @param size of the whole spectrum, a power of two >= 8 */
  constructor(size: number) {
    const half = size / 2;
    this.#size = size;
    this.#fft = complexFft(size / 4);
    this.#cosines = Float64Array.from({ length: half }, (_, k) => Math.cos((2 * Math.PI * k) / size));
    this.#sines = Float64Array.from({ length: half }, (_, k) => Math.sin((2 * Math.PI * k) / size));
    this.#folded = new Float64Array(half);
  }

  /**
   * @param bins of shape `[size / 2 + 1]`, from 0 to half the size; the others mirror them
   * @param signal filled: as many values as it holds, an even number of at most `size / 2`
   */
  inverse(bins: Float64Array, signal: Float64Array): void {
    const firstOdd = this.#fold(bins);
    const packed = this.#fft.transform(this.#folded);
    const cosines = this.#cosines;
    const sines = this.#sines;
    const quarter = this.#size / 4;
    const scale = 2 / this.#size;
    signal[0] = (packed[0]! + packed[1]!) * scale;
    let odd = firstOdd;
    signal[1] = odd * scale;
    for (let k = 1; 2 * k < signal.length; k++) {
      // The bin k of the folded signal's spectrum, as in `FftPlan`; its real part is an even value of the answer.
      const mirror = quarter - k;
      const evenReal = packed[2 * k]! + packed[2 * mirror]!;
      const evenImag = packed[2 * k + 1]! - packed[2 * mirror + 1]!;
      const oddReal = packed[2 * k + 1]! + packed[2 * mirror + 1]!;
      const oddImag = packed[2 * mirror]! - packed[2 * k]!;
      const cosine = cosines[2 * k]!;
      const sine = sines[2 * k]!;
      signal[2 * k] = 0.5 * (evenReal + oddReal * cosine + oddImag * sine) * scale;
      // Its imaginary part is, but for the sign, a step from one odd value to the next.
      odd -= 0.5 * (evenImag + oddImag * cosine - oddReal * sine);
      signal[2 * k + 1] = odd * scale;
    }
  }

  /** Writes the signal whose spectrum holds the answer, and returns the answer's second value. */
  #fold(bins: Float64Array): number {
    const cosines = this.#cosines;
    const sines = this.#sines;
    const folded = this.#folded;
    const half = this.#size / 2;
    const quarter = half / 2;
    let second = 0.5 * (bins[0]! - bins[half]!);
    folded[0] = 0.5 * (bins[0]! + bins[half]!);
    folded[quarter] = bins[quarter]!;
    for (let k = 1, mirror = half - 1; k < mirror; k++, mirror--) {
      const mean = 0.5 * (bins[k]! + bins[mirror]!);
      const difference = bins[k]! - bins[mirror]!;
      const turned = difference * sines[k]!;
      folded[k] = mean - turned;
      folded[mirror] = mean + turned;
      second += difference * cosines[k]!;
    }
    return second;
  }
}
