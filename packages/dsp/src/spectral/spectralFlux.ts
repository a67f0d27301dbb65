import type { AudioClip } from '../audio/audioClip.js';
import { spectrogramOptionNames, type FeatureKind } from '../frames/featureKind.js';
import { featuresOf, type Features } from '../frames/features.js';
import { SpectralPlan, type SpectralFeatureOptions } from '../frames/spectralPlan.js';
import type { FrameSpectrum } from '../spectrum/frameSpectrum.js';

export type SpectralFluxOptions = SpectralFeatureOptions;

/**
 * Spectral flux of many clips with the same options.
 *
 * @throws {SerError} `invalid-option`
 */
class SpectralFluxPlan extends SpectralPlan {
  readonly names = ['spectralFlux'];
  readonly #previous: Float64Array;

  constructor(options: SpectralFluxOptions = {}) {
    super(options);
    this.#previous = new Float64Array(1 + Math.floor(this.spectrogramOptions.nFft / 2));
  }

  protected override writeRow({ magnitudes }: FrameSpectrum, frame: number, output: Float32Array): void {
    output[frame] = frame === 0 ? 0 : meanRise(this.#previous, magnitudes);
    this.#previous.set(magnitudes);
  }
}

/**
 * Half-wave rectified difference of the magnitudes of successive frames: the mean over bins of
 * `max(0, S[t, k] - S[t - 1, k])`; 0 in the first frame. It peaks at onsets.
 *
 * @returns features of shape `[nFrames, 1]`
 * @throws {SerError} `invalid-option`, `clip-too-short`, `invalid-sample`
 * @see librosa.onset.onset_strength(S=np.abs(librosa.stft(y)), center=False)
 * @see S. Dixon, "Onset detection revisited", 2006
 *
 * @example
 * spectralFlux(clip, { nFft: 512, hopLength: 160 }).data[0]; // 0
 */
export function spectralFlux(clip: AudioClip, options: SpectralFluxOptions = {}): Features {
  return featuresOf(new SpectralFluxPlan(options), clip.samples);
}

export const spectralFluxKind: FeatureKind<SpectralFluxOptions> = {
  optionNames: spectrogramOptionNames,
  createPlan: (options) => new SpectralFluxPlan(options),
};

function meanRise(before: Float64Array, after: Float64Array): number {
  let rise = 0;
  for (let k = 0; k < after.length; k++) rise += Math.max(0, after[k]! - before[k]!);
  return rise / after.length;
}
