import { DspError } from '../errors.js';
import { requireInteger } from '../options/requireLength.js';
import type { SpectrogramOptions } from './spectrogramOptions.js';
import { tiny } from './tiny.js';
import { windowOf } from './windowOf.js';
import { InverseFftPlan } from '../fft/inverseRealFft.js';
import type { ComplexSpectrogram } from './stft.js';
import { resolveStftOptions, type StftOptions } from './stftOptions.js';

/** How the frames were made, and how much sound is wanted of them. */
export interface InverseStftOptions extends Omit<StftOptions, 'padMode'> {
  /**
   * Samples wanted: an integer >= 1. What no frame reaches is silent.
   *
   * @default as far as the frames go, without the padding of centred ones
   */
  readonly length?: number;
}

/**
 * Sound from its short-time Fourier transform: each frame's signal under the window, added where they overlap,
 * divided by the sum of the squared windows. What `stft` made comes back to the last bits of float32; of frames
 * that contradict each other, the sound whose own frames are nearest in the least-squares sense.
 *
 * @throws {SerError} `invalid-option`, `buffer-mismatch`
 * @see librosa.istft, https://librosa.org/doc/0.11.0/generated/librosa.istft.html
 * @see D. W. Griffin, J. S. Lim, "Signal estimation from modified short-time Fourier transform", 1984
 *
 * @example
 * istft(stft(clip), { length: clip.samples.length }); // clip.samples again
 */
export function istft(spectrogram: ComplexSpectrogram, options: InverseStftOptions = {}): Float32Array {
  const { length, ...rest } = options;
  const plan = new InverseStftPlan({ nFft: 2 * (spectrogram.nFrequencies - 1), ...rest });
  if (length !== undefined) requireInteger('length', length, { min: 1 });
  return plan.transform(spectrogram.data, new Float32Array(length ?? plan.outputLength(spectrogram.nFrames)));
}

/**
 * Inverse short-time Fourier transforms with the same settings.
 *
 * @throws {SerError} `invalid-option`
 */
export class InverseStftPlan {
  readonly options: Required<SpectrogramOptions>;
  readonly nFrequencies: number;
  readonly #fft: InverseFftPlan;
  readonly #bins: Float64Array;
  readonly #frame: Float64Array;
  readonly #window: Float64Array;
  readonly #windowStart: number;
  /** Samples in front of the first that is wanted. */
  readonly #padding: number;
  /** Sums over frames; they grow when a clip is the longest so far. */
  #sound = new Float64Array(0);
  #windowSum = new Float64Array(0);

  constructor(options: Omit<StftOptions, 'padMode'> = {}) {
    this.options = resolveStftOptions(options);
    const { nFft, winLength, window, center } = this.options;
    this.#fft = new InverseFftPlan(nFft);
    this.nFrequencies = this.#fft.nFrequencies;
    this.#bins = new Float64Array(2 * this.nFrequencies);
    this.#frame = new Float64Array(nFft);
    this.#window = windowOf(window, winLength);
    this.#windowStart = Math.floor((nFft - winLength) / 2);
    this.#padding = center ? Math.floor(nFft / 2) : 0;
  }

  /** Samples that `nFrames` frames reach, without the padding of centred ones. */
  outputLength(nFrames: number): number {
    return Math.max(0, this.options.nFft + this.options.hopLength * (nFrames - 1) - 2 * this.#padding);
  }

  /**
   * @param data of shape `[nFrames, nFrequencies, 2]`
   * @param output filled to its end and returned, silent where no frame reaches
   * @throws {SerError} `buffer-mismatch` when `data` does not hold whole frames
   */
  transform(
    data: Float32Array,
    output: Float32Array = new Float32Array(this.outputLength(data.length / (2 * this.nFrequencies))),
  ): Float32Array {
    requireWholeFrames(data, this.nFrequencies);
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
      output[i] = sum > tiny ? this.#sound[i]! / sum : this.#sound[i]!;
    }
    return output;
  }

  #clear(length: number): void {
    if (this.#sound.length < length) {
      this.#sound = new Float64Array(length);
      this.#windowSum = new Float64Array(length);
    }
    this.#sound.fill(0, 0, length);
    this.#windowSum.fill(0, 0, length);
  }

  /** Adds the frame that begins at sample `from`, as far as it lies in [0, length). */
  #overlapAdd(from: number, length: number): void {
    const window = this.#window;
    const first = from + this.#windowStart;
    const end = Math.min(window.length, length - first);
    for (let i = Math.max(0, -first); i < end; i++) {
      this.#sound[first + i]! += window[i]! * this.#frame[this.#windowStart + i]!;
      this.#windowSum[first + i]! += window[i]! * window[i]!;
    }
  }
}

function requireWholeFrames(data: Float32Array, nFrequencies: number): void {
  if (data.length % (2 * nFrequencies) === 0) return;
  throw new DspError(
    'buffer-mismatch',
    `Expected \`data\` to hold frames of ${nFrequencies} complex numbers, got ${data.length} numbers. ` +
      'Pass the `nFft` that made them.',
  );
}
