import { requireFiniteSamples } from '../audio/checkClip.js';
import { PowerSpectrum } from '../fft/powerSpectrum.js';
import { requireLength } from '../options/requireLength.js';
import { Framing } from './framing.js';
import { resolveSpectrogramOptions, type SpectrogramOptions } from './spectrogramOptions.js';
import { framesPerGroup, SpectrumKernel } from './spectrumKernel.js';

/**
 * Spectrograms of many clips with the same options: window, tables, and buffers are made once.
 *
 * @throws {SerError} `invalid-option`
 */
export class SpectrogramPlan {
  readonly options: Required<SpectrogramOptions>;
  readonly nFrequencies: number;
  /** What computes the spectra; `undefined` if TypeScript does. */
  readonly kernel: SpectrumKernel | undefined;
  readonly #framing: Framing;
  readonly #powers: PowerSpectrum;
  readonly #frame: Float64Array;
  readonly #spectrum: Float64Array;

  constructor(options: SpectrogramOptions = {}) {
    this.options = resolveSpectrogramOptions(options);
    this.#framing = new Framing(this.options);
    this.kernel = SpectrumKernel.open(this.#framing, this.options);
    this.#powers = new PowerSpectrum(this.options.nFft);
    this.nFrequencies = this.#powers.nFrequencies;
    this.#frame = new Float64Array(this.options.nFft);
    this.#spectrum = new Float64Array(this.nFrequencies);
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
   * Magnitudes (`power: 1`) or powers (`power: 2`) of shape `[nFrames, nFrequencies]`.
   *
   * @param output filled and returned; allocates nothing when given
   * @throws {SerError} `clip-too-short`, `invalid-sample`, `buffer-mismatch`
   */
  transform(
    samples: Float32Array,
    output: Float32Array = new Float32Array(this.nFrames(samples.length) * this.nFrequencies),
  ): Float32Array {
    const nFrames = this.nFrames(samples.length);
    requireLength('output', output, nFrames * this.nFrequencies);
    requireFiniteSamples(samples);
    if (this.kernel) this.#transformGroups(this.kernel, samples, output);
    else {
      for (let frame = 0; frame < nFrames; frame++) {
        output.set(this.spectrumOf(samples, frame), frame * this.nFrequencies);
      }
    }
    return output;
  }

  #transformGroups(kernel: SpectrumKernel, samples: Float32Array, output: Float32Array): void {
    const spectrum = this.#spectrum;
    kernel.begin();
    for (let start = 0, frame = 0; start < output.length; start += spectrum.length, frame++) {
      if (frame % framesPerGroup === 0) {
        kernel.read(samples, frame);
        kernel.writeRows();
      }
      kernel.copyRow(frame % framesPerGroup, spectrum);
      if (this.options.power === 1) takeRoots(spectrum);
      output.set(spectrum, start);
    }
  }

  /**
   * The spectrum of one frame in float64. The caller has checked the samples.
   *
   * @returns the plan's own buffer of shape `[nFrequencies]`, overwritten by the next call
   */
  spectrumOf(samples: Float32Array, frame: number): Float64Array {
    this.#framing.read(samples, frame, this.#frame);
    this.#powers.transform(this.#frame, this.#spectrum);
    if (this.options.power === 1) takeRoots(this.#spectrum);
    return this.#spectrum;
  }
}

function takeRoots(values: Float64Array): void {
  for (let i = 0; i < values.length; i++) values[i] = Math.sqrt(values[i]!);
}
