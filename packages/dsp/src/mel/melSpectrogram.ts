import type { AudioClip } from '../audio/audioClip.js';
import { spectrogramOptionNames, type FeatureKind } from '../frames/featureKind.js';
import { featuresOf, numberedNames, type Features } from '../frames/features.js';
import { SpectralPlan } from '../frames/spectralPlan.js';
import type { FrameSpectrum } from '../spectrum/frameSpectrum.js';
import { MelBands } from './melBands.js';
import type { MelSpectrogramOptions } from './melSpectrogramOptions.js';

/**
 * Mel spectrograms of many clips with the same options.
 *
 * @throws {SerError} `invalid-option`
 */
export class MelSpectrogramPlan extends SpectralPlan {
  readonly names: readonly string[];
  readonly #bands: MelBands;

  constructor(options: MelSpectrogramOptions & { readonly sampleRate: number }) {
    super(options);
    this.#bands = new MelBands(options);
    this.names = numberedNames('mel', this.#bands.filterBank.nMels);
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
}

/**
 * The energy of a clip in bands equally spaced in mel.
 *
 * @returns features of shape `[nFrames, nMels]`
 * @throws {SerError} `invalid-option`, `clip-too-short`, `invalid-sample`
 * @see librosa.feature.melspectrogram, https://librosa.org/doc/0.11.0/generated/librosa.feature.melspectrogram.html
 *
 * @example
 * melSpectrogram(clip, { nMels: 40 }).names; // 'mel0' … 'mel39'
 */
export function melSpectrogram(clip: AudioClip, options: MelSpectrogramOptions = {}): Features {
  return featuresOf(new MelSpectrogramPlan({ ...options, sampleRate: clip.sampleRate }), clip.samples);
}

export const melSpectrogramKind: FeatureKind<MelSpectrogramOptions> = {
  optionNames: {
    ...spectrogramOptionNames,
    power: true,
    nMels: true,
    fMin: true,
    fMax: true,
    htk: true,
    melNorm: true,
  },
  createPlan: (options) => new MelSpectrogramPlan(options),
};
