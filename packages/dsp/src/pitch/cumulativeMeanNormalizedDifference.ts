import { Autocorrelation, paddedSize } from '../fft/autocorrelation.js';
import { tiny } from '../spectrum/tiny.js';
import { AutocorrelationPairs } from './autocorrelationPairs.js';

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
  /** What computes two autocorrelations at once, if there is a kernel. */
  readonly #pairs: AutocorrelationPairs | undefined;
  /** Of a frame and of the next one. */
  readonly #lags: readonly [Float64Array, Float64Array];
  readonly #output: Float64Array;

  constructor(options: DifferenceOptions) {
    const { frameLength, minPeriod, maxPeriod } = options;
    this.#options = options;
    this.#autocorrelation = new Autocorrelation({ size: frameLength, maxLag: maxPeriod });
    const nLags = 2 * Math.ceil((maxPeriod + 1) / 2);
    this.#pairs = AutocorrelationPairs.open({ frameLength, nLags }, paddedSize(frameLength, maxPeriod));
    this.#lags = [new Float64Array(nLags), new Float64Array(nLags)];
    this.#output = new Float64Array(maxPeriod - minPeriod + 1);
  }

  /**
   * @param next the frame after it; frames are passed in order
   * @param index of the frame, from 0 on
   * @returns the plan's own buffer, one value per period from `minPeriod` on, overwritten by the next call
   */
  transform(frame: Float64Array, next: Float64Array, index: number): Float64Array {
    const { minPeriod, maxPeriod } = this.#options;
    const lags = this.#lagsOf(frame, next, index);
    let energy = frame[0]! * frame[0]!;
    let sum = 0;
    for (let period = 1; period <= maxPeriod; period++) {
      // librosa subtracts no energy at period 1.
      const beyond = period === 1 ? 0 : energy;
      const difference = 2 * (lags[0]! - lags[period]!) - beyond;
      sum += difference;
      if (period >= minPeriod) this.#output[period - minPeriod] = difference / (sum / period + tiny);
      energy += frame[period]! * frame[period]!;
    }
    return this.#output;
  }

  /** With a kernel, those of two frames are computed with the first of them. */
  #lagsOf(frame: Float64Array, next: Float64Array, index: number): Float64Array {
    if (this.#pairs === undefined) {
      this.#autocorrelation.transform(frame, this.#lags[0]);
      return this.#lags[0];
    }
    if (index % 2 === 0) this.#pairs.transform(frame, next, this.#lags);
    return this.#lags[index % 2]!;
  }
}
