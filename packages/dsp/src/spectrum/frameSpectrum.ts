import type { SpectrogramOptions } from './spectrogramOptions.js';
import { SpectrogramPlan } from './spectrogramPlan.js';

/** The spectrum of one frame at a time, in float64, shared by all features that need it. */
export class FrameSpectrum {
  readonly options: Required<SpectrogramOptions>;
  readonly #plan: SpectrogramPlan;
  readonly #magnitudes: Float64Array;
  #powers: Float64Array = new Float64Array(0);
  #hasMagnitudes = false;

  constructor(options: Omit<SpectrogramOptions, 'power'>) {
    this.#plan = new SpectrogramPlan({ ...options, power: 2 });
    this.options = this.#plan.options;
    this.#magnitudes = new Float64Array(this.#plan.nFrequencies);
  }

  /** @throws {SerError} `clip-too-short` */
  nFrames(nSamples: number): number {
    return this.#plan.nFrames(nSamples);
  }

  /** Computes the spectrum of a frame. The caller has checked the samples. */
  read(samples: Float32Array, frame: number): void {
    this.#powers = this.#plan.spectrumOf(samples, frame);
    this.#hasMagnitudes = false;
  }

  /** Squared magnitudes of shape `[nFrequencies]`, until the next frame is read. */
  get powers(): Float64Array {
    return this.#powers;
  }

  /** Magnitudes of shape `[nFrequencies]`, until the next frame is read; computed on first access. */
  get magnitudes(): Float64Array {
    if (!this.#hasMagnitudes) {
      for (let k = 0; k < this.#magnitudes.length; k++) this.#magnitudes[k] = Math.sqrt(this.#powers[k]!);
      this.#hasMagnitudes = true;
    }
    return this.#magnitudes;
  }
}
