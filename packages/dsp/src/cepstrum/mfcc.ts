import { requireInteger, requireNumber } from '@ser/core';
import type { AudioClip } from '../audio/audioClip.js';
import type { FeatureKind } from '../frames/featureKind.js';
import { featuresOf, numberedNames, type Features } from '../frames/features.js';
import { SpectralPlan } from '../frames/spectralPlan.js';
import { logMelKind, type LogMelOptions } from '../mel/logMel.js';
import { MelBands } from '../mel/melBands.js';
import { powerToDb, resolveDecibelOptions, type DecibelOptions } from '../spectrum/decibels.js';
import type { FrameSpectrum } from '../spectrum/frameSpectrum.js';
import { DctKernel } from './dctKernel.js';
import { DctPlan } from './dctPlan.js';

export interface MfccOptions extends LogMelOptions {
  /**
   * Number of coefficients, an integer from 1 to `nMels`.
   *
   * @default 20
   */
  readonly nMfcc?: number;
  /**
   * Strength of the sine lifter, which balances the magnitudes of the coefficients, at least 0; 0 disables it.
   *
   * @default 0
   */
  readonly lifter?: number;
}

/**
 * MFCC of many clips with the same options.
 *
 * @throws {SerError} `invalid-option`
 */
export class MfccPlan extends SpectralPlan {
  readonly names: readonly string[];
  readonly #bands: MelBands;
  readonly #decibels: DecibelOptions;
  readonly #dct: DctPlan;
  readonly #dctKernel: DctKernel;
  /** Weights of the coefficients; `undefined` if all are 1. */
  readonly #lifter: Float64Array | undefined;
  #levels = new Float32Array(0);

  constructor(options: MfccOptions & { readonly sampleRate: number }) {
    super(options);
    const { nMfcc = 20, lifter = 0 } = options;
    this.#bands = new MelBands(options);
    this.#decibels = resolveDecibelOptions(options);
    const { nMels } = this.#bands.filterBank;
    requireInteger('nMfcc', nMfcc, { min: 1, max: nMels, fix: 'Raise `nMels` to get more coefficients.' });
    requireNumber('lifter', lifter, { min: 0 });
    this.#dct = new DctPlan(nMels, { nCoefficients: nMfcc });
    this.#dctKernel = new DctKernel(nMels, nMfcc);
    this.#lifter = lifter === 0 ? undefined : lifterWeights(nMfcc, lifter);
    this.names = numberedNames('mfcc', nMfcc);
  }

  protected override begin(nFrames: number): void {
    const length = nFrames * this.#dct.size;
    if (this.#levels.length < length) this.#levels = new Float32Array(length);
  }

  protected override reserve(spectrum: FrameSpectrum): void {
    this.#bands.reserve(spectrum);
  }

  protected override writeRows(spectrum: FrameSpectrum, first: number, count: number): void {
    this.#bands.writeRows(spectrum, first, count, this.#levels);
  }

  protected override finish(nFrames: number, output: Float32Array, { kernel }: FrameSpectrum): void {
    const levels = this.#levels.subarray(0, nFrames * this.#dct.size);
    powerToDb(levels, this.#decibels, levels);
    if (kernel) this.#dctKernel.transform(kernel, levels, output);
    else {
      const { size, nCoefficients } = this.#dct;
      for (let frame = 0; frame < nFrames; frame++) {
        this.#dct.transformRow(levels, frame * size, output, frame * nCoefficients);
      }
    }
    this.#lift(output);
  }

  #lift(output: Float32Array): void {
    if (this.#lifter === undefined) return;
    const { nCoefficients } = this.#dct;
    for (let i = 0, k = 0; i < output.length; i++, k = k + 1 === nCoefficients ? 0 : k + 1) {
      output[i]! *= this.#lifter[k]!;
    }
  }
}

/**
 * Mel-frequency cepstral coefficients: the cosine transform of the log-mel spectrogram, which describes the spectral
 * envelope (the shape of the vocal tract) with few numbers.
 *
 * @returns features of shape `[nFrames, nMfcc]`
 * @throws {SerError} `invalid-option`, `clip-too-short`, `invalid-sample`
 * @see librosa.feature.mfcc, https://librosa.org/doc/0.11.0/generated/librosa.feature.mfcc.html
 *
 * @example
 * const { data, nFrames, nFeatures } = mfcc(clip, { nMfcc: 40 });
 */
export function mfcc(clip: AudioClip, options: MfccOptions = {}): Features {
  return featuresOf(new MfccPlan({ ...options, sampleRate: clip.sampleRate }), clip.samples);
}

export const mfccKind: FeatureKind<MfccOptions> = {
  optionNames: { ...logMelKind.optionNames, nMfcc: true, lifter: true },
  createPlan: (options) => new MfccPlan(options),
};

/** The weight of coefficient k in librosa and HTK: `1 + lifter / 2 * sin(π (k + 1) / lifter)`. */
function lifterWeights(nMfcc: number, lifter: number): Float64Array {
  return Float64Array.from(
    { length: nMfcc },
    (_, k) => 1 + (lifter / 2) * Math.sin((Math.PI * (k + 1)) / lifter),
  );
}
