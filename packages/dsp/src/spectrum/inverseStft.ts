import { requireInteger } from '@ser/core';
import { DspError } from '../errors.js';
import { InverseRealFft } from '../fft/inverseRealFft.js';
import { InverseStftKernel } from './inverseStftKernel.js';
import type { SpectrogramOptions } from './spectrogramOptions.js';
import type { ComplexSpectrogram } from './stft.js';
import { resolveStftOptions, type StftOptions } from './stftOptions.js';
import { StftPlanCache } from './stftPlanCache.js';
import { tiny } from './tiny.js';
import { windowOf } from './windowOf.js';

/** The options of the forward transform, and the length of the output. */
export interface InverseStftOptions extends Omit<StftOptions, 'padMode'> {
  /**
   * Number of output samples, an integer from 1 on. Samples after the last frame are 0.
   *
   * @default the length of the frames, without the padding of centered frames
   */
  readonly length?: number;
}

/**
 * Inverts a short-time Fourier transform by overlap-add: the windowed signals of all frames are added, and divided by
 * the sum of the squared windows. The output of `stft` is restored up to rounding to float32; for inconsistent frames,
 * the result is the signal whose frames are closest in the least-squares sense.
 *
 * @returns samples of shape `[length]`
 * @throws {SerError} `invalid-option`, `buffer-mismatch`
 * @see librosa.istft, https://librosa.org/doc/0.11.0/generated/librosa.istft.html
 * @see D. W. Griffin, J. S. Lim, "Signal estimation from modified short-time Fourier transform", 1984
 *
 * @example
 * istft(stft(clip), { length: clip.samples.length }); // clip.samples again
 */
export function istft(spectrogram: ComplexSpectrogram, options: InverseStftOptions = {}): Float32Array {
  const { length, ...rest } = options;
  const plan = cachedInverseStft({ nFft: 2 * (spectrogram.nFrequencies - 1), ...rest });
  if (length !== undefined) requireInteger('length', length, { min: 1, max: 2 ** 31 - 1 });
  return plan.transform(spectrogram.data, new Float32Array(length ?? plan.outputLength(spectrogram.nFrames)));
}

/**
 * Inverse short-time Fourier transforms with the same options.
 *
 * @throws {SerError} `invalid-option`
 */
export class InverseStftPlan {
  readonly options: Required<SpectrogramOptions>;
  readonly nFrequencies: number;
  /** What computes the signal, if it is not TypeScript. */
  readonly #kernel: InverseStftKernel | undefined;
  readonly #fft: InverseRealFft;
  readonly #bins: Float64Array;
  readonly #frame: Float64Array;
  readonly #window: Float64Array;
  readonly #windowStart: number;
  /** Number of samples before the first output sample. */
  readonly #padding: number;
  /** Sums over frames; they grow with the longest clip so far. */
  #signal = new Float64Array(0);
  #windowSum = new Float64Array(0);

  constructor(options: Omit<StftOptions, 'padMode'> = {}) {
    this.options = resolveStftOptions(options);
    const { nFft, winLength, window, center } = this.options;
    this.#kernel = InverseStftKernel.open(this.options);
    this.#fft = new InverseRealFft(nFft);
    this.nFrequencies = this.#fft.nFrequencies;
    this.#bins = new Float64Array(2 * this.nFrequencies);
    this.#frame = new Float64Array(nFft);
    this.#window = windowOf(window, winLength);
    this.#windowStart = Math.floor((nFft - winLength) / 2);
    this.#padding = center ? Math.floor(nFft / 2) : 0;
  }

  /** Length of `nFrames` frames in samples, without the padding of centered frames. */
  outputLength(nFrames: number): number {
    return Math.max(0, this.options.nFft + this.options.hopLength * (nFrames - 1) - 2 * this.#padding);
  }

  /**
   * @param data of shape `[nFrames, nFrequencies, 2]`
   * @param output filled and returned, with zeros after the last frame
   * @throws {SerError} `buffer-mismatch` if `data` does not hold whole frames
   */
  transform(
    data: Float32Array,
    output: Float32Array = new Float32Array(this.outputLength(data.length / (2 * this.nFrequencies))),
  ): Float32Array {
    requireWholeFrames(data, this.nFrequencies);
    if (this.#kernel) this.#kernel.transform(data, output);
    else this.#transform(data, output);
    return output;
  }

  #transform(data: Float32Array, output: Float32Array): void {
    this.#clear(output.length);
    for (let at = 0, from = -this.#padding; at < data.length && from < output.length;) {
      this.#bins.set(data.subarray(at, at + this.#bins.length));
      this.#fft.transform(this.#bins, this.#frame);
      this.#overlapAdd(from, output.length);
      at += this.#bins.length;
      from += this.options.hopLength;
    }
    for (let i = 0; i < output.length; i++) {
      const sum = this.#windowSum[i]!;
      output[i] = sum > tiny ? this.#signal[i]! / sum : this.#signal[i]!;
    }
  }

  #clear(length: number): void {
    if (this.#signal.length < length) {
      this.#signal = new Float64Array(length);
      this.#windowSum = new Float64Array(length);
    }
    this.#signal.fill(0, 0, length);
    this.#windowSum.fill(0, 0, length);
  }

  /** Adds the part of a frame that lies in [0, length); the frame begins at sample `from`. */
  #overlapAdd(from: number, length: number): void {
    const window = this.#window;
    const first = from + this.#windowStart;
    const end = Math.min(window.length, length - first);
    for (let i = Math.max(0, -first); i < end; i++) {
      this.#signal[first + i]! += window[i]! * this.#frame[this.#windowStart + i]!;
      this.#windowSum[first + i]! += window[i]! * window[i]!;
    }
  }
}

function requireWholeFrames(data: Float32Array, nFrequencies: number): void {
  if (data.length % (2 * nFrequencies) === 0) return;
  throw new DspError(
    'buffer-mismatch',
    `The spectrogram must hold frames of ${nFrequencies} complex numbers; got ${data.length} numbers in all. ` +
      'Pass the `nFft` of the forward transform.',
  );
}

const plans = new StftPlanCache((options) => new InverseStftPlan(options));

/** The plan for these options, of the last ones. @throws {SerError} `invalid-option` */
export function cachedInverseStft(options: Omit<StftOptions, 'padMode'>): InverseStftPlan {
  return plans.planFor(options);
}
