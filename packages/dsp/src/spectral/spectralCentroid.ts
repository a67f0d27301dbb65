import { requireNumber } from '@ser/core';
import type { AudioClip } from '../audio/audioClip.js';
import { spectrogramOptionNames, type FeatureKind } from '../frames/featureKind.js';
import { featuresOf, type Features } from '../frames/features.js';
import { SpectralPlan, type SpectralFeatureOptions } from '../frames/spectralPlan.js';
import { fftFrequencies } from '../spectrum/fftFrequencies.js';
import type { FrameSpectrum } from '../spectrum/frameSpectrum.js';
import { centerOfMass } from './centerOfMass.js';

export type SpectralCentroidOptions = SpectralFeatureOptions;

/**
 * Spectral centroids of many clips with the same options.
 *
 * @throws {SerError} `invalid-option`
 */
class SpectralCentroidPlan extends SpectralPlan {
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
    output[frame] = centerOfMass(spectrum.magnitudes, this.#frequencies);
  }
}

/**
 * Center of mass of the magnitude spectrum of each frame, a measure of brightness; 0 in silence.
 *
 * @returns features of shape `[nFrames, 1]`, in Hz
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
