import type { AudioClip } from '../audio/audioClip.js';
import type { FeatureKind } from '../frames/featureKind.js';
import { featuresOf, numberedNames, type Features } from '../frames/features.js';
import { SpectralPlan } from '../frames/spectralPlan.js';
import { powerToDb, resolveDecibelOptions, type DecibelOptions } from '../spectrum/decibels.js';
import type { FrameSpectrum } from '../spectrum/frameSpectrum.js';
import { MelBands } from './melBands.js';
import { melSpectrogramKind, type MelSpectrogramOptions } from './melSpectrogram.js';

export interface LogMelOptions extends MelSpectrogramOptions, DecibelOptions {}

/**
 * Log-mel spectrograms of many clips with the same settings.
 *
 * @throws {SerError} `invalid-option`
 *
 * @example
 * const plan = new LogMelPlan({ sampleRate: 16000, nMels: 64, ref: 'max' });
 * const levels = plan.transform(clip.samples); // [nFrames, 64], in dB
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

  protected override writeRow(spectrum: FrameSpectrum, frame: number, output: Float32Array): void {
    this.#bands.writeRow(spectrum, frame, output);
  }

  /** The loudest value, which `topDb` hangs from, is known only now. */
  protected override finish(_nFrames: number, output: Float32Array): void {
    powerToDb(output, this.#decibels, output);
  }
}

/**
 * `powerToDb` of the mel spectrogram: a clip's level in dB over time and pitch, of shape `[nFrames, nMels]`.
 *
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
