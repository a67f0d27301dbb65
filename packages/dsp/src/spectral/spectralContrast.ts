import { requireInteger, requireNumber, requireOneOf } from '@ser/core';
import type { AudioClip } from '../audio/audioClip.js';
import { spectrogramOptionNames, type FeatureKind } from '../frames/featureKind.js';
import { featuresOf, numberedNames, type Features } from '../frames/features.js';
import { SpectralPlan, type SpectralFeatureOptions } from '../frames/spectralPlan.js';
import { selectRanks } from '../ranks/selectRanks.js';
import { powerToDb } from '../spectrum/decibels.js';
import type { FrameSpectrum } from '../spectrum/frameSpectrum.js';
import { contrastBands, type ContrastBand } from './contrastBands.js';

export interface SpectralContrastOptions extends SpectralFeatureOptions {
  /**
   * Number of bands above the band from 0 Hz to `fMin`, an integer from 1 to 32; all must begin below half the sample
   * rate.
   *
   * @default 6
   */
  readonly nBands?: number;
  /**
   * Upper edge of the lowest band, in Hz, above 0.
   *
   * @default 200
   */
  readonly fMin?: number;
  /**
   * Fraction of the bins of a band that form its valley and its peak, above 0 and below 1; at least one bin each.
   *
   * @default 0.02
   */
  readonly quantile?: number;
  /**
   * Whether to return the difference of magnitudes instead of the difference of levels in dB.
   *
   * @default false
   */
  readonly linear?: boolean;
}

/**
 * Spectral contrasts of many clips with the same options.
 *
 * @throws {SerError} `invalid-option`
 */
export class SpectralContrastPlan extends SpectralPlan {
  readonly names: readonly string[];
  readonly #bands: readonly ContrastBand[];
  readonly #linear: boolean;
  /** Copies of the magnitudes of each band, to be partially sorted. */
  readonly #magnitudes: readonly Float64Array[];
  /** Ranks of the largest value of each valley, and of the smallest value of each peak. */
  readonly #ranks: readonly Int32Array[];
  #valleys = new Float32Array(0);

  constructor(options: SpectralContrastOptions & { readonly sampleRate: number }) {
    super(options);
    const { sampleRate, nBands = 6, fMin = 200, quantile = 0.02, linear = false } = options;
    requireNumber('sampleRate', sampleRate, { above: 0 });
    requireInteger('nBands', nBands, { min: 1, max: 32 });
    requireNumber('fMin', fMin, {
      above: 0,
      below: sampleRate / 2 ** nBands,
      fix: 'The last band begins at `fMin * 2 ** (nBands - 1)`, which must be below half the sample rate.',
    });
    requireNumber('quantile', quantile, { above: 0, below: 1 });
    requireOneOf('linear', linear, [true, false]);
    const { nFft } = this.spectrogramOptions;
    this.#bands = contrastBands({ sampleRate, nFft, nBands, fMin, quantile });
    this.#linear = linear;
    this.#magnitudes = this.#bands.map(({ nBins }) => new Float64Array(nBins));
    this.#ranks = this.#bands.map(({ nBins, nExtremes }) =>
      Int32Array.of(nExtremes - 1, nBins - nExtremes).sort(),
    );
    this.names = numberedNames('spectralContrast', this.#bands.length);
  }

  protected override begin(nFrames: number): void {
    const length = nFrames * this.#bands.length;
    if (this.#valleys.length < length) this.#valleys = new Float32Array(length);
  }

  /** Writes peaks into the output; `finish` subtracts the valleys. */
  protected override writeRow({ magnitudes }: FrameSpectrum, frame: number, output: Float32Array): void {
    const start = frame * this.#bands.length;
    for (let b = 0; b < this.#bands.length; b++) {
      const { firstBin, nBins, nExtremes } = this.#bands[b]!;
      const band = this.#magnitudes[b]!;
      for (let i = 0; i < nBins; i++) band[i] = magnitudes[firstBin + i]!;
      selectRanks(band, this.#ranks[b]!);
      this.#valleys[start + b] = mean(band, 0, nExtremes);
      output[start + b] = mean(band, nBins - nExtremes, nBins);
    }
  }

  /** Levels are librosa's `power_to_db` of magnitudes, limited to 80 dB below the maximum of the clip. */
  protected override finish(_nFrames: number, output: Float32Array): void {
    const valleys = this.#valleys.subarray(0, output.length);
    if (!this.#linear) {
      powerToDb(valleys, {}, valleys);
      powerToDb(output, {}, output);
    }
    for (let i = 0; i < output.length; i++) output[i]! -= valleys[i]!;
  }
}

/**
 * Level difference between the strongest and weakest bins of each octave: high for clear harmonics, low for noise.
 *
 * @returns features of shape `[nFrames, nBands + 1]`, in dB
 * @throws {SerError} `invalid-option`, `clip-too-short`, `invalid-sample`
 * @see librosa.feature.spectral_contrast, https://librosa.org/doc/0.11.0/generated/librosa.feature.spectral_contrast.html
 * @see D. Jiang et al., "Music type classification by spectral contrast feature", 2002
 *
 * @example
 * spectralContrast(clip).names; // 'spectralContrast0' … 'spectralContrast6'
 */
export function spectralContrast(clip: AudioClip, options: SpectralContrastOptions = {}): Features {
  return featuresOf(new SpectralContrastPlan({ ...options, sampleRate: clip.sampleRate }), clip.samples);
}

export const spectralContrastKind: FeatureKind<SpectralContrastOptions> = {
  optionNames: { ...spectrogramOptionNames, nBands: true, fMin: true, quantile: true, linear: true },
  createPlan: (options) => new SpectralContrastPlan(options),
};

function mean(values: Float64Array, from: number, to: number): number {
  let sum = 0;
  for (let i = from; i < to; i++) sum += values[i]!;
  return sum / (to - from);
}
