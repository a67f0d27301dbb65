import { requireNumber } from '@ser/core';
import type { AudioClip } from '../audio/audioClip.js';
import { requireFiniteSamples } from '../audio/checkClip.js';
import { RealFft } from '../fft/realFft.js';
import { requireLength } from '../options/requireLength.js';
import { Framing } from './framing.js';
import type { SpectrogramOptions } from './spectrogramOptions.js';
import { framesPerGroup, SpectrumKernel } from './spectrumKernel.js';
import { resolveStftOptions, type StftOptions } from './stftOptions.js';
import { StftPlanCache } from './stftPlanCache.js';

/** Complex spectra over time: a short-time Fourier transform. */
export interface ComplexSpectrogram {
  /** Real, imaginary, real, imaginary…, row-major, time first: `[nFrames, nFrequencies, 2]`. */
  readonly data: Float32Array;
  readonly nFrames: number;
  readonly nFrequencies: number;
}

/**
 * The short-time Fourier transform of a clip, of shape `[nFrames, nFrequencies, 2]`.
 *
 * @throws {SerError} `invalid-option`, `clip-too-short`, `invalid-sample`
 * @see librosa.stft, https://librosa.org/doc/0.11.0/generated/librosa.stft.html
 *
 * @example
 * const { data, nFrames, nFrequencies } = stft(clip, { nFft: 1024 });
 */
export function stft(clip: AudioClip, options: StftOptions = {}): ComplexSpectrogram {
  requireNumber('sampleRate', clip.sampleRate, { above: 0 });
  const plan = plans.planFor(options);
  return {
    data: plan.transform(clip.samples),
    nFrames: plan.nFrames(clip.samples.length),
    nFrequencies: plan.nFrequencies,
  };
}

/**
 * Short-time Fourier transforms of many clips with the same options.
 *
 * @throws {SerError} `invalid-option`
 */
export class StftPlan {
  readonly options: Required<SpectrogramOptions>;
  readonly nFrequencies: number;
  readonly #framing: Framing;
  /** What computes the spectra, if it is not TypeScript. */
  readonly #kernel: SpectrumKernel | undefined;
  readonly #fft: RealFft;
  readonly #frame: Float64Array;
  readonly #bins: Float64Array;

  constructor(options: StftOptions = {}) {
    this.options = resolveStftOptions(options);
    this.#framing = new Framing(this.options);
    this.#kernel = SpectrumKernel.open(this.#framing, this.options);
    this.#fft = new RealFft(this.options.nFft);
    this.nFrequencies = this.#fft.nFrequencies;
    this.#frame = new Float64Array(this.options.nFft);
    this.#bins = new Float64Array(2 * this.nFrequencies);
  }

  /**
   * Number of frames in a clip of `nSamples`.
   *
   * @throws {SerError} `clip-too-short`
   */
  nFrames(nSamples: number): number {
    return this.#framing.nFrames(nSamples);
  }

  /**
   * @param output of shape `[nFrames, nFrequencies, 2]`, filled and returned; allocates nothing when given
   * @throws {SerError} `clip-too-short`, `invalid-sample`, `buffer-mismatch`
   */
  transform(
    samples: Float32Array,
    output: Float32Array = new Float32Array(this.nFrames(samples.length) * 2 * this.nFrequencies),
  ): Float32Array {
    const nFrames = this.nFrames(samples.length);
    requireLength('output', output, nFrames * this.#bins.length);
    requireFiniteSamples(samples);
    if (this.#kernel) this.#transformGroups(this.#kernel, samples, output);
    else this.#transformFrames(samples, output);
    return output;
  }

  #transformGroups(kernel: SpectrumKernel, samples: Float32Array, output: Float32Array): void {
    const length = this.#bins.length;
    kernel.begin();
    for (let start = 0, frame = 0; start < output.length; start += length, frame++) {
      if (frame % framesPerGroup === 0) kernel.readBins(samples, frame);
      kernel.copyBins(frame % framesPerGroup, output.subarray(start, start + length));
    }
  }

  #transformFrames(samples: Float32Array, output: Float32Array): void {
    for (let frame = 0; frame * this.#bins.length < output.length; frame++) {
      this.#framing.read(samples, frame, this.#frame);
      this.#fft.transform(this.#frame, this.#bins);
      output.set(this.#bins, frame * this.#bins.length);
    }
  }
}

const plans = new StftPlanCache((options) => new StftPlan(options));
