import { requireFiniteSamples, type AudioClip } from '../audioClip.js';
import { featuresOf, numberedNames, type FeaturePlan, type Features } from '../features/features.js';
import { requireLength } from '../requireOption.js';
import type { SpectrogramOptions } from '../spectrum/spectrogramOptions.js';
import { SpectrogramPlan } from '../spectrum/spectrogramPlan.js';
import { melFilterBank, type MelFilterBank, type MelFilterBankOptions } from './melFilterBank.js';

export interface MelSpectrogramOptions extends SpectrogramOptions, MelFilterBankOptions {}

/**
 * Mel spectrograms of many clips with the same settings.
 *
 * @throws {DspError} `invalid-option`
 *
 * @example
 * const plan = new MelSpectrogramPlan({ sampleRate: 16000, nFft: 512, hopLength: 160, nMels: 40 });
 * const energies = plan.transform(clip.samples); // [nFrames, 40]
 */
export class MelSpectrogramPlan implements FeaturePlan {
  readonly names: readonly string[];
  readonly filterBank: MelFilterBank;
  readonly #spectrogram: SpectrogramPlan;

  constructor(options: MelSpectrogramOptions & { readonly sampleRate: number }) {
    this.#spectrogram = new SpectrogramPlan(options);
    this.filterBank = melFilterBank({ ...options, nFft: this.#spectrogram.options.nFft });
    this.names = numberedNames('mel', this.filterBank.nMels);
  }

  /**
   * Frames in a clip of `nSamples`.
   *
   * @throws {DspError} `clip-too-short`
   */
  nFrames(nSamples: number): number {
    return this.#spectrogram.nFrames(nSamples);
  }

  /**
   * Band energies of shape `[nFrames, nMels]`.
   *
   * @param output filled and returned; allocates nothing when given
   * @throws {DspError} `clip-too-short`, `invalid-sample`, `buffer-mismatch`
   */
  transform(
    samples: Float32Array,
    output: Float32Array = new Float32Array(this.nFrames(samples.length) * this.names.length),
  ): Float32Array {
    const { nMels } = this.filterBank;
    const nFrames = this.nFrames(samples.length);
    requireLength('output', output, nFrames * nMels);
    requireFiniteSamples(samples);
    for (let frame = 0; frame < nFrames; frame++) {
      this.filterBank.apply(this.#spectrogram.spectrumOf(samples, frame), output, frame * nMels);
    }
    return output;
  }
}

/**
 * A clip's energy over time in bands evenly spaced in mel, of shape `[nFrames, nMels]`.
 *
 * @throws {DspError} `invalid-option`, `clip-too-short`, `invalid-sample`
 * @see librosa.feature.melspectrogram, https://librosa.org/doc/0.11.0/generated/librosa.feature.melspectrogram.html
 *
 * @example
 * melSpectrogram(clip, { nMels: 40 }).names; // 'mel0' … 'mel39'
 */
export function melSpectrogram(clip: AudioClip, options: MelSpectrogramOptions = {}): Features {
  return featuresOf(new MelSpectrogramPlan({ ...options, sampleRate: clip.sampleRate }), clip.samples);
}
