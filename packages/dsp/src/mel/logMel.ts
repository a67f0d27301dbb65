import type { AudioClip } from '../audioClip.js';
import { featuresOf, numberedNames, type FeaturePlan, type Features } from '../features/features.js';
import { powerToDb, resolveDecibelOptions, type DecibelOptions } from '../spectrum/decibels.js';
import { MelSpectrogramPlan, type MelSpectrogramOptions } from './melSpectrogram.js';

export interface LogMelOptions extends MelSpectrogramOptions, DecibelOptions {}

/**
 * Log-mel spectrograms of many clips with the same settings.
 *
 * @throws {DspError} `invalid-option`
 *
 * @example
 * const plan = new LogMelPlan({ sampleRate: 16000, nMels: 64, ref: 'max' });
 * const levels = plan.transform(clip.samples); // [nFrames, 64], in dB
 */
export class LogMelPlan implements FeaturePlan {
  readonly names: readonly string[];
  readonly #mel: MelSpectrogramPlan;
  readonly #decibels: DecibelOptions;

  constructor(options: LogMelOptions & { readonly sampleRate: number }) {
    this.#mel = new MelSpectrogramPlan(options);
    this.#decibels = resolveDecibelOptions(options);
    this.names = numberedNames('logMel', this.#mel.names.length);
  }

  /**
   * Frames in a clip of `nSamples`.
   *
   * @throws {DspError} `clip-too-short`
   */
  nFrames(nSamples: number): number {
    return this.#mel.nFrames(nSamples);
  }

  /**
   * Band levels in dB, of shape `[nFrames, nMels]`.
   *
   * @param output filled and returned; allocates nothing when given
   * @throws {DspError} `clip-too-short`, `invalid-sample`, `buffer-mismatch`
   */
  transform(samples: Float32Array, output?: Float32Array): Float32Array {
    const energies = this.#mel.transform(samples, output);
    return powerToDb(energies, this.#decibels, energies);
  }
}

/**
 * `powerToDb` of the mel spectrogram: a clip's level in dB over time and pitch, of shape `[nFrames, nMels]`.
 *
 * @throws {DspError} `invalid-option`, `clip-too-short`, `invalid-sample`
 * @see librosa.power_to_db, librosa.feature.melspectrogram
 *
 * @example
 * logMel(clip, { nMels: 64, ref: 'max' }).data; // levels in [-80, 0] dB
 */
export function logMel(clip: AudioClip, options: LogMelOptions = {}): Features {
  return featuresOf(new LogMelPlan({ ...options, sampleRate: clip.sampleRate }), clip.samples);
}
