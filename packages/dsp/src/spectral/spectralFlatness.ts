import { requireNumber } from '@ser/core';
import type { AudioClip } from '../audio/audioClip.js';
import { spectrogramOptionNames, type FeatureKind } from '../frames/featureKind.js';
import { featuresOf, type Features } from '../frames/features.js';
import { SpectralPlan, type SpectralFeatureOptions } from '../frames/spectralPlan.js';
import type { FrameSpectrum } from '../spectrum/frameSpectrum.js';

export interface SpectralFlatnessOptions extends SpectralFeatureOptions {
  /**
   * Smaller values are raised to this value, above 0, so that one empty bin does not make the geometric mean 0.
   *
   * @default 1e-10
   */
  readonly amin?: number;
  /**
   * Exponent of the magnitudes, above 0.
   *
   * @default 2
   */
  readonly power?: number;
}

/**
 * Spectral flatness of many clips with the same options.
 *
 * @throws {SerError} `invalid-option`
 */
class SpectralFlatnessPlan extends SpectralPlan {
  readonly names = ['spectralFlatness'];
  readonly #amin: number;
  readonly #power: number;

  constructor(options: SpectralFlatnessOptions = {}) {
    super(options);
    const { amin = 1e-10, power = 2 } = options;
    requireNumber('amin', amin, { above: 0 });
    requireNumber('power', power, { above: 0 });
    this.#amin = amin;
    this.#power = power;
  }

  protected override writeRow({ powers }: FrameSpectrum, frame: number, output: Float32Array): void {
    let logarithms = 0;
    let sum = 0;
    for (let k = 0; k < powers.length; k++) {
      const raised = this.#power === 2 ? powers[k]! : powers[k]! ** (this.#power / 2);
      const value = Math.max(this.#amin, raised);
      logarithms += Math.log(value);
      sum += value;
    }
    output[frame] = Math.exp(logarithms / powers.length) / (sum / powers.length);
  }
}

/**
 * Geometric mean over arithmetic mean of the spectrum of each frame: near 0 for a tone, near 1 for noise, 1 in silence.
 *
 * @returns features of shape `[nFrames, 1]`, in (0, 1]
 * @throws {SerError} `invalid-option`, `clip-too-short`, `invalid-sample`
 * @see librosa.feature.spectral_flatness, https://librosa.org/doc/0.11.0/generated/librosa.feature.spectral_flatness.html
 *
 * @example
 * spectralFlatness(clip).data[0]; // 0.0004
 */
export function spectralFlatness(clip: AudioClip, options: SpectralFlatnessOptions = {}): Features {
  return featuresOf(new SpectralFlatnessPlan(options), clip.samples);
}

export const spectralFlatnessKind: FeatureKind<SpectralFlatnessOptions> = {
  optionNames: { ...spectrogramOptionNames, amin: true, power: true },
  createPlan: (options) => new SpectralFlatnessPlan(options),
};
