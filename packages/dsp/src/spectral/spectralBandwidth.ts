import { requireNumber, requireOneOf } from '@ser/core';
import type { AudioClip } from '../audio/audioClip.js';
import { spectrogramOptionNames, type FeatureKind } from '../frames/featureKind.js';
import { featuresOf, type Features } from '../frames/features.js';
import { SpectralPlan, type SpectralFeatureOptions } from '../frames/spectralPlan.js';
import { fftFrequencies } from '../spectrum/fftFrequencies.js';
import type { FrameSpectrum } from '../spectrum/frameSpectrum.js';
import { tiny } from '../spectrum/tiny.js';
import { centerOfMass } from './centerOfMass.js';

export interface SpectralBandwidthOptions extends SpectralFeatureOptions {
  /**
   * Exponent of the deviation, above 0.
   *
   * @default 2
   */
  readonly p?: number;
  /**
   * Whether to divide the magnitudes of each frame by their sum; otherwise the result depends on loudness.
   *
   * @default true
   */
  readonly norm?: boolean;
}

/**
 * Spectral bandwidths of many clips with the same options.
 *
 * @throws {SerError} `invalid-option`
 */
class SpectralBandwidthPlan extends SpectralPlan {
  readonly names = ['spectralBandwidth'];
  readonly #frequencies: Float32Array;
  readonly #p: number;
  readonly #norm: boolean;

  constructor(options: SpectralBandwidthOptions & { readonly sampleRate: number }) {
    super(options);
    const { sampleRate, p = 2, norm = true } = options;
    requireNumber('sampleRate', sampleRate, { above: 0 });
    requireNumber('p', p, { above: 0 });
    requireOneOf('norm', norm, [true, false]);
    this.#frequencies = fftFrequencies({ sampleRate, nFft: this.spectrogramOptions.nFft });
    this.#p = p;
    this.#norm = norm;
  }

  protected override writeRow({ magnitudes }: FrameSpectrum, frame: number, output: Float32Array): void {
    const centroid = centerOfMass(magnitudes, this.#frequencies);
    let mass = 0;
    let spread = 0;
    for (let k = 0; k < magnitudes.length; k++) {
      const deviation = Math.abs(this.#frequencies[k]! - centroid);
      mass += magnitudes[k]!;
      spread += magnitudes[k]! * (this.#p === 2 ? deviation * deviation : deviation ** this.#p);
    }
    output[frame] = (this.#norm && mass >= tiny ? spread / mass : spread) ** (1 / this.#p);
  }
}

/**
 * The spread of the magnitudes of each frame around their centroid: `(sum of S[k] * |f[k] - centroid|^p)^(1 / p)`.
 *
 * @returns features of shape `[nFrames, 1]`, in Hz
 * @throws {SerError} `invalid-option`, `clip-too-short`, `invalid-sample`
 * @see librosa.feature.spectral_bandwidth, https://librosa.org/doc/0.11.0/generated/librosa.feature.spectral_bandwidth.html
 *
 * @example
 * spectralBandwidth(clip, { p: 1 }).data; // mean deviation from the centroid
 */
export function spectralBandwidth(clip: AudioClip, options: SpectralBandwidthOptions = {}): Features {
  return featuresOf(new SpectralBandwidthPlan({ ...options, sampleRate: clip.sampleRate }), clip.samples);
}

export const spectralBandwidthKind: FeatureKind<SpectralBandwidthOptions> = {
  optionNames: { ...spectrogramOptionNames, p: true, norm: true },
  createPlan: (options) => new SpectralBandwidthPlan(options),
};
