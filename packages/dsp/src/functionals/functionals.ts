import type { AudioClip } from '../audio/audioClip.js';
import { requireSampleRate } from '../audio/checkClip.js';
import type { FeatureKind } from '../frames/featureKind.js';
import { featuresOf, type FeaturePlan, type Features } from '../frames/features.js';
import { wholeClip } from '../frames/frameLayout.js';
import { requireLength, requireOneOf } from '../options/requireLength.js';
import { VoiceFramesPlan, type VoiceFramesOptions } from '../descriptors/descriptorsPlan.js';
import { voiceSampleRate } from '../descriptors/framing.js';
import { VoiceFunctionals, type VoiceFunctionalsOptions } from './functionalGroups.js';

export interface FunctionalsOptions extends VoiceFramesOptions, VoiceFunctionalsOptions {}

/**
 * Functionals of many clips with the same settings: frames and functionals in one plan.
 *
 * @throws {SerError} `invalid-option`, also for a sample rate other than 16 kHz
 *
 * @example
 * const plan = new VoiceFunctionalsPlan({ sampleRate: 16000, frontEnd: 'invariant' });
 * const row = plan.transform(clip.samples); // one number for each of plan.names
 */
export class VoiceFunctionalsPlan implements FeaturePlan {
  readonly names: readonly string[];
  readonly layout = wholeClip;
  readonly #frames: VoiceFramesPlan;
  readonly #functionals: VoiceFunctionals;

  constructor(options: FunctionalsOptions & { readonly sampleRate: number }) {
    const { sampleRate, frontEnd = 'full-band', groups, statistics } = options;
    requireOneOf('sampleRate', sampleRate, [voiceSampleRate]);
    this.#frames = new VoiceFramesPlan({ frontEnd });
    this.#functionals = new VoiceFunctionals({ frontEnd, groups, statistics });
    this.names = this.#functionals.names;
  }

  /**
   * One, whatever the length.
   *
   * @throws {SerError} `clip-too-short` for an empty clip
   */
  nFrames(nSamples: number): number {
    this.#frames.nFrames(nSamples);
    return 1;
  }

  /**
   * The functionals of a clip, of shape `[1, names.length]`.
   *
   * @param output filled and returned
   * @throws {SerError} `clip-too-short`, `invalid-sample`, `buffer-mismatch`
   */
  transform(samples: Float32Array, output: Float32Array = new Float32Array(this.names.length)): Float32Array {
    requireLength('output', output, this.names.length);
    this.#functionals.write(this.#frames.transformSpeech(samples, VoiceFunctionals.reach), output);
    return output;
  }
}

/**
 * A clip in one row of named numbers: the functionals of its voice frames, 3,779 by default, 3,345 of the front end
 * 'invariant'.
 *
 * @throws {SerError} `invalid-option`, `sample-rate-mismatch` for a clip that does not have 16 kHz, `clip-too-short`,
 * `invalid-sample`
 *
 * @example
 * const { names, data } = functionals(clip, { groups: ['mfcc', 'f0', 'rhythm'] });
 * data[names.indexOf('mfcc3.p95.active')];
 */
export function functionals(clip: AudioClip, options: FunctionalsOptions = {}): Features {
  requireSampleRate(clip, voiceSampleRate);
  return featuresOf(new VoiceFunctionalsPlan({ ...options, sampleRate: clip.sampleRate }), clip.samples);
}

export const functionalsKind: FeatureKind<FunctionalsOptions> = {
  optionNames: { frontEnd: true, groups: true, statistics: true },
  createPlan: (options) => new VoiceFunctionalsPlan(options),
};
