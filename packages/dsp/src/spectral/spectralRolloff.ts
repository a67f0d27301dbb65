import { requireNumber } from '@ser/core';
import type { AudioClip } from '../audio/audioClip.js';
import { spectrogramOptionNames, type FeatureKind } from '../frames/featureKind.js';
import { featuresOf, type Features } from '../frames/features.js';
import { SpectralPlan, type SpectralFeatureOptions } from '../frames/spectralPlan.js';
import { fftFrequencies } from '../spectrum/fftFrequencies.js';
import type { FrameSpectrum } from '../spectrum/frameSpectrum.js';

export interface SpectralRolloffOptions extends SpectralFeatureOptions {
  /**
   * Fraction of the magnitudes of each frame at or below the roll-off frequency, above 0 and below 1.
   *
   * @default 0.85
   */
  readonly rollPercent?: number;
}

/**
 * Roll-off frequencies of many clips with the same options.
 *
 * @throws {SerError} `invalid-option`
 */
class SpectralRolloffPlan extends SpectralPlan {
  readonly names = ['spectralRolloff'];
  readonly #frequencies: Float32Array;
  readonly #rollPercent: number;

  constructor(options: SpectralRolloffOptions & { readonly sampleRate: number }) {
    super(options);
    const { sampleRate, rollPercent = 0.85 } = options;
    requireNumber('sampleRate', sampleRate, { above: 0 });
    requireNumber('rollPercent', rollPercent, { above: 0, below: 1 });
    this.#frequencies = fftFrequencies({ sampleRate, nFft: this.spectrogramOptions.nFft });
    this.#rollPercent = rollPercent;
  }

  protected override writeRow({ magnitudes }: FrameSpectrum, frame: number, output: Float32Array): void {
    output[frame] = this.#frequencies[rolloffBin(magnitudes, this.#rollPercent)]!;
  }
}

/**
 * The lowest bin frequency with a fraction `rollPercent` of the magnitudes of the frame at or below it; 0 in silence.
 *
 * @returns features of shape `[nFrames, 1]`, in Hz
 * @throws {SerError} `invalid-option`, `clip-too-short`, `invalid-sample`
 * @see librosa.feature.spectral_rolloff, https://librosa.org/doc/0.11.0/generated/librosa.feature.spectral_rolloff.html
 *
 * @example
 * spectralRolloff(clip, { rollPercent: 0.5 }).data; // the median frequency of each frame
 */
export function spectralRolloff(clip: AudioClip, options: SpectralRolloffOptions = {}): Features {
  return featuresOf(new SpectralRolloffPlan({ ...options, sampleRate: clip.sampleRate }), clip.samples);
}

export const spectralRolloffKind: FeatureKind<SpectralRolloffOptions> = {
  optionNames: { ...spectrogramOptionNames, rollPercent: true },
  createPlan: (options) => new SpectralRolloffPlan(options),
};

/** Sums in float32, like librosa, so that sums close to the threshold are on the same side of it. */
function rolloffBin(magnitudes: Float64Array, rollPercent: number): number {
  let total = 0;
  for (let k = 0; k < magnitudes.length; k++) total = added(total, magnitudes[k]!);
  const threshold = Math.fround(Math.fround(rollPercent) * total);
  let bin = 0;
  for (let below = added(0, magnitudes[0]!); below < threshold; below = added(below, magnitudes[bin]!)) bin++;
  return bin;
}

function added(sum: number, value: number): number {
  return Math.fround(sum + Math.fround(value));
}
