import { CircularAutocorrelation } from './circularAutocorrelation.js';

/**
 * Autocorrelation of signals of one size, `r[lag] = sum over n of x[n] * x[n + lag]`, as the Fourier transform of the
 * power spectrum (Wiener and Khinchin). Zero padding prevents circular overlap up to `maxLag`.
 *
 * @see https://en.wikipedia.org/wiki/Wiener%E2%80%93Khinchin_theorem
 */
export class Autocorrelation {
  readonly #circular: CircularAutocorrelation;
  readonly #padded: Float64Array;
  readonly #lags: Float64Array;
  readonly #maxLag: number;

  /** @param maxLag less than `size` */
  constructor({ size, maxLag }: { readonly size: number; readonly maxLag: number }) {
    const padded = paddedSize(size, maxLag);
    this.#circular = new CircularAutocorrelation(padded);
    this.#padded = new Float64Array(padded);
    this.#lags = new Float64Array(2 * Math.ceil((maxLag + 1) / 2));
    this.#maxLag = maxLag;
  }

  /** Writes the lags from 0 to `maxLag`. */
  transform(signal: Float64Array, output: Float64Array): void {
    this.#padded.set(signal);
    this.#padded.fill(0, signal.length);
    this.#circular.transform(this.#padded, this.#lags);
    output.set(this.#lags.subarray(0, this.#maxLag + 1));
  }
}

/** Length of the transforms: a power of two. */
export function paddedSize(size: number, maxLag: number): number {
  return Math.max(8, 2 ** Math.ceil(Math.log2(size + maxLag + 1)));
}
