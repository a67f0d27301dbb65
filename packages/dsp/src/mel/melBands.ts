import type { FrameSpectrum } from '../spectrum/frameSpectrum.js';
import { resolveSpectrogramOptions } from '../spectrum/spectrogramOptions.js';
import type { SpectrumKernel } from '../spectrum/spectrumKernel.js';
import { bankOf, type MelFilter, melFilters, type MelFilterBank } from './melFilterBank.js';
import type { MelSpectrogramOptions } from './melSpectrogramOptions.js';

interface Addresses {
  readonly bands: number;
  readonly weights: number;
  /** Magnitudes of the spectra. */
  readonly roots: number;
  readonly energies: number;
  readonly rows: number;
}

/** Band energies of spectra: the common first step of mel spectrogram, log-mel, and MFCC. */
export class MelBands {
  readonly filterBank: MelFilterBank;
  readonly #filters: readonly MelFilter[];
  readonly #power: 1 | 2;
  /** First bin and number of bins of each filter. */
  readonly #bands: Uint32Array;
  /** The weights of all filters, one after the other. */
  readonly #weights: Float64Array;
  #at: Addresses | undefined;

  constructor(options: MelSpectrogramOptions & { readonly sampleRate: number }) {
    const { nFft, power } = resolveSpectrogramOptions(options);
    this.#filters = melFilters({ ...options, nFft });
    this.filterBank = bankOf(this.#filters, nFft);
    this.#power = power;
    this.#bands = Uint32Array.from(
      this.#filters.flatMap(({ firstBin, weights }) => [firstBin, weights.length]),
    );
    this.#weights = Float64Array.from(this.#filters.flatMap(({ weights }) => [...weights]));
  }

  /** Reserves memory of the kernel of the spectrum, if it has one, and writes the filters. */
  reserve({ kernel }: FrameSpectrum): void {
    if (!kernel) return;
    this.#at = {
      bands: kernel.reserve(this.#bands.byteLength),
      weights: kernel.reserve(this.#weights.byteLength),
      roots: kernel.reserve(16 * kernel.nFrequencies),
      energies: kernel.reserve(16 * (this.#filters.length + 1)),
      rows: kernel.reserve(16 * this.#stride),
    };
    kernel.kernels.write(this.#at.bands, this.#bands);
    kernel.kernels.write(this.#at.weights, this.#weights);
  }

  /** Writes the energies of the spectra that were read into rows of `[nFrames, nMels]`, from row `first` on. */
  writeRows(spectrum: FrameSpectrum, first: number, count: number, output: Float32Array): void {
    const start = first * this.#filters.length;
    if (spectrum.kernel) {
      this.#writeGroup(spectrum.kernel, count, output, start);
      return;
    }
    const values = this.#power === 2 ? spectrum.powers : spectrum.magnitudes;
    this.filterBank.apply(values, output, start);
  }

  #writeGroup(kernel: SpectrumKernel, count: number, output: Float32Array, start: number): void {
    const { kernels, powers, nFrequencies } = kernel;
    const { bands, weights, roots, energies, rows } = this.#at!;
    const { roots64, mel64, rows64 } = kernels.functions;
    const nMels = this.#filters.length;
    const stride = this.#stride;
    if (this.#power === 1) roots64(powers, nFrequencies, roots);
    mel64(this.#power === 1 ? roots : powers, bands, weights, nMels, energies);
    rows64(energies, nMels, rows, stride);
    for (let i = 0, from = rows / 8, to = start; i < count; i++, from += stride, to += nMels) {
      output.set(kernels.float64.subarray(from, from + nMels), to);
    }
  }

  /** Numbers from one row to the next: an even number. */
  get #stride(): number {
    return 2 * Math.ceil(this.#filters.length / 2);
  }
}
