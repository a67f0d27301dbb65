import { type ComplexFft, complexFft } from './complexFft.js';
import { halfCircle } from './halfCircle.js';

/**
 * Circular autocorrelation of real frames of one size, computed from their power spectra: a complex Fourier transform
 * of half the size, and, because power spectra are even, a cosine transform by a Fourier transform of a quarter of the
 * size.
 *
 * @see W. H. Press et al., "Numerical Recipes", 3rd ed., 12.3.2 and 12.4.2
 */
export class CircularAutocorrelation {
  readonly #size: number;
  readonly #ofFrame: ComplexFft;
  readonly #ofPowers: ComplexFft;
  readonly #cosines: Float64Array;
  readonly #sines: Float64Array;
  /** A signal whose spectrum contains the result: the powers and their mirror image, folded to half the length. */
  readonly #folded: Float64Array;
  /** The result at lag 1. */
  #second = 0;

  /** @param size length of a frame, a power of two from 8 on */
  constructor(size: number) {
    const half = size / 2;
    this.#size = size;
    this.#ofFrame = complexFft(half);
    this.#ofPowers = complexFft(size / 4);
    ({ cosines: this.#cosines, sines: this.#sines } = halfCircle(size));
    this.#folded = new Float64Array(half);
  }

  /**
   * @param frame real signal of shape `[size]`
   * @param output filled with lags from 0 on; its length is the number of lags, an even number up to `size / 2`
   */
  transform(frame: Float64Array, output: Float64Array): void {
    this.#foldPowers(this.#ofFrame.transform(frame));
    this.#unfold(this.#ofPowers.transform(this.#folded), output);
  }

  /**
   * The powers `P[k]` and `P[size / 2 - k]` depend on the same two bins of the packed spectrum, as in `PowerSpectrum`,
   * and determine the same two values of the folded signal, which need only their mean and difference.
   */
  #foldPowers(packed: readonly number[]): void {
    const cosines = this.#cosines;
    const sines = this.#sines;
    const folded = this.#folded;
    const half = this.#size / 2;
    const quarter = half / 2;
    let second = 2 * packed[0]! * packed[1]!;
    folded[0] = packed[0]! * packed[0]! + packed[1]! * packed[1]!;
    folded[quarter] = packed[half]! * packed[half]! + packed[half + 1]! * packed[half + 1]!;
    for (let k = 1, mirror = half - 1; k < mirror; k++, mirror--) {
      const re = packed[2 * k]!;
      const im = packed[2 * k + 1]!;
      const mirrorRe = packed[2 * mirror]!;
      const mirrorIm = packed[2 * mirror + 1]!;
      const cosine = cosines[k]!;
      const sine = sines[k]!;
      const oddRe = im + mirrorIm;
      const oddIm = mirrorRe - re;
      const turnedRe = oddRe * cosine + oddIm * sine;
      const turnedIm = oddIm * cosine - oddRe * sine;
      const difference = (re + mirrorRe) * turnedRe + (im - mirrorIm) * turnedIm;
      const mean = 0.5 * (re * re + im * im + mirrorRe * mirrorRe + mirrorIm * mirrorIm);
      folded[k] = mean - difference * sine;
      folded[mirror] = mean + difference * sine;
      second += difference * cosine;
    }
    this.#second = second;
  }

  #unfold(packed: readonly number[], output: Float64Array): void {
    const cosines = this.#cosines;
    const sines = this.#sines;
    const quarter = this.#size / 4;
    const scale = 2 / this.#size;
    let odd = this.#second;
    output[0] = (packed[0]! + packed[1]!) * scale;
    output[1] = odd * scale;
    for (let k = 1; 2 * k < output.length; k++) {
      const re = packed[2 * k]!;
      const im = packed[2 * k + 1]!;
      const mirrorRe = packed[2 * (quarter - k)]!;
      const mirrorIm = packed[2 * (quarter - k) + 1]!;
      const cosine = cosines[2 * k]!;
      const sine = sines[2 * k]!;
      const oddRe = im + mirrorIm;
      const oddIm = mirrorRe - re;
      // The real part of bin k of the folded signal is the result at the even lag 2k.
      output[2 * k] = 0.5 * (re + mirrorRe + oddRe * cosine + oddIm * sine) * scale;
      // The imaginary part is, up to its sign, the difference of the results at two adjacent odd lags.
      odd -= 0.5 * (im - mirrorIm + oddIm * cosine - oddRe * sine);
      output[2 * k + 1] = odd * scale;
    }
  }
}
