import type { AudioClip } from '../audio/audioClip.js';
import { spectrogramOptionNames, type FeatureKind } from '../frames/featureKind.js';
import { featuresOf, type Features } from '../frames/features.js';
import { SpectralPlan, type SpectralFeatureOptions } from '../frames/spectralPlan.js';
import { requireNumber } from '../options/requireLength.js';
import { fftFrequencies } from '../spectrum/fftFrequencies.js';
import type { FrameSpectrum } from '../spectrum/frameSpectrum.js';
import { centreOfMass } from './centerOfMass.js';

export type SpectralCentroidOptions = SpectralFeatureOptions;

/**
 * Spectral centroids of many clips with the same settings.
 *
 * @throws {SerError} `invalid-option`
 *
 * @example
 * const plan = new SpectralCentroidPlan({ sampleRate: 16000, nFft: 512, hopLength: 160 });
 * const centroids = plan.transform(clip.samples); // [nFrames, 1], in Hz
 */
export class SpectralCentroidPlan extends SpectralPlan {
  readonly names = ['spectralCentroid'];
  readonly #frequencies: Float32Array;

  constructor(options: SpectralCentroidOptions & { readonly sampleRate: number }) {
    super(options);
    requireNumber('sampleRate', options.sampleRate, { above: 0 });
    this.#frequencies = fftFrequencies({
      sampleRate: options.sampleRate,
      nFft: this.spectrogramOptions.nFft,
    });
  }

  protected override writeRow(spectrum: FrameSpectrum, frame: number, output: Float32Array): void {
    output[frame] = centreOfMass(spectrum.magnitudes, this.#frequencies);
  }
}

/**
 * Centre of mass of each frame's magnitude spectrum: how bright the sound is, of shape `[nFrames, 1]`, in Hz; 0 in
 * silence.
 *
 * @throws {SerError} `invalid-option`, `clip-too-short`, `invalid-sample`
 * @see librosa.feature.spectral_centroid, https://librosa.org/doc/0.11.0/generated/librosa.feature.spectral_centroid.html
 *
 * @example
 * spectralCentroid(clip).data[0]; // 1530.2
 */
export function spectralCentroid(clip: AudioClip, options: SpectralCentroidOptions = {}): Features {
  return featuresOf(new SpectralCentroidPlan({ ...options, sampleRate: clip.sampleRate }), clip.samples);
}

export const spectralCentroidKind: FeatureKind<SpectralCentroidOptions> = {
  optionNames: spectrogramOptionNames,
  createPlan: (options) => new SpectralCentroidPlan(options),
};
