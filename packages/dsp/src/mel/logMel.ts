import type { AudioClip } from '../audio/audioClip.js';
import type { FeatureKind } from '../frames/featureKind.js';
import { featuresOf, numberedNames, type Features } from '../frames/features.js';
import { SpectralPlan } from '../frames/spectralPlan.js';
import { powerToDb, resolveDecibelOptions, type DecibelOptions } from '../spectrum/decibels.js';
import type { FrameSpectrum } from '../spectrum/frameSpectrum.js';
import { MelBands } from './melBands.js';
import { melSpectrogramKind } from './melSpectrogram.js';
import type { MelSpectrogramOptions } from './melSpectrogramOptions.js';

export interface LogMelOptions extends MelSpectrogramOptions, DecibelOptions {}

/**
 * Log-mel spectrograms of many clips with the same options.
 *
 * @throws {SerError} `invalid-option`
 */
export class LogMelPlan extends SpectralPlan {
  readonly names: readonly string[];
  readonly #bands: MelBands;
  readonly #decibels: DecibelOptions;

  constructor(options: LogMelOptions & { readonly sampleRate: number }) {
    super(options);
    this.#bands = new MelBands(options);
    this.#decibels = resolveDecibelOptions(options);
    this.names = numberedNames('logMel', this.#bands.filterBank.nMels);
  }

  protected override reserve(spectrum: FrameSpectrum): void {
    this.#bands.reserve(spectrum);
  }

  protected override writeRows(
    spectrum: FrameSpectrum,
    first: number,
    count: number,
    output: Float32Array,
  ): void {
    this.#bands.writeRows(spectrum, first, count, output);
  }

  /** The maximum, which `topDb` refers to, is known only at the end. */
  protected override finish(_nFrames: number, output: Float32Array): void {
    powerToDb(output, this.#decibels, output);
  }
}

/**
 * The level of a clip in bands equally spaced in mel: `powerToDb` of the mel spectrogram.
 *
 * @returns features of shape `[nFrames, nMels]`, in dB
 * @throws {SerError} `invalid-option`, `clip-too-short`, `invalid-sample`
 * @see librosa.power_to_db, librosa.feature.melspectrogram
 *
 * @example
 * logMel(clip, { nMels: 64, ref: 'max' }).data; // levels in [-80, 0] dB
 */
export function logMel(clip: AudioClip, options: LogMelOptions = {}): Features {
  return featuresOf(new LogMelPlan({ ...options, sampleRate: clip.sampleRate }), clip.samples);
}

export const logMelKind: FeatureKind<LogMelOptions> = {
  optionNames: { ...melSpectrogramKind.optionNames, ref: true, amin: true, topDb: true },
  createPlan: (options) => new LogMelPlan(options),
};
