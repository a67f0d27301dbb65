import { RealFft } from './realFft.js';

/**
 * Autocorrelation of signals of one size, `r[lag] = sum over n of x[n] * x[n + lag]`, as the Fourier transform of the
 * power spectrum (Wiener and Khinchin). Zero padding prevents circular overlap up to `maxLag`.
 *
 * @see https://en.wikipedia.org/wiki/Wiener%E2%80%93Khinchin_theorem
 */
export class Autocorrelation {
  readonly #fft: RealFft;
  readonly #padded: Float64Array;
  readonly #bins: Float64Array;
  readonly #maxLag: number;

  constructor({ size, maxLag }: { readonly size: number; readonly maxLag: number }) {
    this.#fft = new RealFft(Math.max(2, 2 ** Math.ceil(Math.log2(size + maxLag))));
    this.#padded = new Float64Array(this.#fft.size);
    this.#bins = new Float64Array(2 * this.#fft.nFrequencies);
    this.#maxLag = maxLag;
  }

  /** Writes the lags from 0 to `maxLag`. */
  transform(signal: Float64Array, output: Float64Array): void {
    const padded = this.#padded;
    const bins = this.#bins;
    padded.set(signal);
    padded.fill(0, signal.length);
    this.#fft.transform(padded, bins);
    this.#toPowers();
    this.#fft.transform(padded, bins);
    for (let lag = 0; lag <= this.#maxLag; lag++) output[lag] = bins[2 * lag]! / padded.length;
  }

  /** The two-sided power spectrum. It is real and even, so its forward and inverse transforms are the same. */
  #toPowers(): void {
    const { size, nFrequencies } = this.#fft;
    for (let k = 0; k < nFrequencies; k++) {
      const power = this.#bins[2 * k]! ** 2 + this.#bins[2 * k + 1]! ** 2;
      this.#padded[k] = power;
      this.#padded[(size - k) % size] = power;
    }
  }
}
