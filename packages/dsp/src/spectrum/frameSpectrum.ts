import { framesPerGroup, type SpectrumKernel } from './spectrumKernel.js';
import type { SpectrogramOptions } from './spectrogramOptions.js';
import { SpectrogramPlan } from './spectrogramPlan.js';

/** The spectra of one or two frames at a time, in float64, shared by all features that need them. */
export class FrameSpectrum {
  readonly options: Required<SpectrogramOptions>;
  /** Number of frames that `read` computes at once. */
  readonly framesAtOnce: number;
  /** What computes the spectra, if it is not TypeScript. */
  readonly kernel: SpectrumKernel | undefined;
  readonly #plan: SpectrogramPlan;
  readonly #magnitudes: Float64Array;
  readonly #selected: Float64Array;
  #powers: Float64Array;
  #hasMagnitudes = false;
  #hasRows = false;

  constructor(options: Omit<SpectrogramOptions, 'power'>) {
    this.#plan = new SpectrogramPlan({ ...options, power: 2 });
    this.options = this.#plan.options;
    this.kernel = this.#plan.kernel;
    this.framesAtOnce = this.kernel ? framesPerGroup : 1;
    this.#magnitudes = new Float64Array(this.#plan.nFrequencies);
    this.#selected = new Float64Array(this.#plan.nFrequencies);
    this.#powers = this.#selected;
  }

  /** @throws {SerError} `clip-too-short` */
  nFrames(nSamples: number): number {
    return this.#plan.nFrames(nSamples);
  }

  /** Whether no other plan has used the memory of the kernel since `begin`; without a kernel, always. */
  get ownsMemory(): boolean {
    return this.kernel?.ownsMemory ?? true;
  }

  /** Prepares for a clip, or for the rest of a clip. */
  begin(): void {
    this.kernel?.begin();
  }

  /** Computes the spectra of `framesAtOnce` frames from `first` on. The caller has checked the samples. */
  read(samples: Float32Array, first: number): void {
    this.#hasMagnitudes = false;
    this.#hasRows = false;
    if (this.kernel) this.kernel.read(samples, first);
    else this.#powers = this.#plan.spectrumOf(samples, first);
  }

  /** Makes one of the frames that were read that of `powers` and `magnitudes`. */
  select(frame: number): void {
    if (!this.kernel) return;
    if (!this.#hasRows) this.kernel.writeRows();
    this.#hasRows = true;
    this.kernel.copyRow(frame, this.#selected);
    this.#hasMagnitudes = false;
  }

  /** Squared magnitudes of the selected frame, of shape `[nFrequencies]`. */
  get powers(): Float64Array {
    return this.#powers;
  }

  /** Magnitudes of the selected frame, of shape `[nFrequencies]`; computed on first access. */
  get magnitudes(): Float64Array {
    if (!this.#hasMagnitudes) {
      for (let k = 0; k < this.#magnitudes.length; k++) this.#magnitudes[k] = Math.sqrt(this.#powers[k]!);
      this.#hasMagnitudes = true;
    }
    return this.#magnitudes;
  }
}
