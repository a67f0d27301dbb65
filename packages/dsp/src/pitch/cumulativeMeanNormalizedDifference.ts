import { Autocorrelation } from '../fft/autocorrelation.js';
import { tiny } from '../spectrum/tiny.js';

interface DifferenceOptions {
  readonly frameLength: number;
  /** Smallest and largest period, in samples. */
  readonly minPeriod: number;
  readonly maxPeriod: number;
}

/**
 * The difference between a frame and itself shifted by a period, relative to the mean over all shorter periods: near 0
 * for a periodic frame, about 1 for noise. Samples after the frame count as 0, as in librosa:
 * `sum over n of (x[n] - x[n + period])²` is then `2 (r[0] - r[period])` minus the energy of the first `period` samples,
 * with the autocorrelation r.
 *
 * @see A. de Cheveigné, H. Kawahara, "YIN, a fundamental frequency estimator for speech and music", 2002, eq. 6 to 8
 * @see librosa.yin, https://librosa.org/doc/0.11.0/generated/librosa.yin.html
 */
export class CumulativeMeanNormalizedDifference {
  readonly #options: DifferenceOptions;
  readonly #autocorrelation: Autocorrelation;
  readonly #lags: Float64Array;
  readonly #output: Float64Array;

  constructor(options: DifferenceOptions) {
    const { frameLength, minPeriod, maxPeriod } = options;
    this.#options = options;
    this.#autocorrelation = new Autocorrelation({ size: frameLength, maxLag: maxPeriod });
    this.#lags = new Float64Array(maxPeriod + 1);
    this.#output = new Float64Array(maxPeriod - minPeriod + 1);
  }

  /** @returns the plan's own buffer, one value per period from `minPeriod` on, overwritten by the next call */
  transform(frame: Float64Array): Float64Array {
    const { minPeriod, maxPeriod } = this.#options;
    this.#autocorrelation.transform(frame, this.#lags);
    let energy = frame[0]! * frame[0]!;
    let sum = 0;
    for (let period = 1; period <= maxPeriod; period++) {
      // librosa subtracts no energy at period 1.
      const beyond = period === 1 ? 0 : energy;
      const difference = 2 * (this.#lags[0]! - this.#lags[period]!) - beyond;
      sum += difference;
      if (period >= minPeriod) this.#output[period - minPeriod] = difference / (sum / period + tiny);
      energy += frame[period]! * frame[period]!;
    }
    return this.#output;
  }
}
