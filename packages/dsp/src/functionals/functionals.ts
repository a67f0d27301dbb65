import type { AudioClip } from '../audio/audioClip.js';
import { requireSampleRate } from '../audio/checkClip.js';
import { DescriptorsPlan, type FrontEndOptions } from '../descriptors/descriptorsPlan.js';
import { descriptorSampleRate, requireDescriptorRate } from '../descriptors/framing.js';
import type { FeatureKind } from '../frames/featureKind.js';
import { type Features, featuresOf, type FramePlan } from '../frames/features.js';
import { wholeClip } from '../frames/frameLayout.js';
import { requireLength } from '../options/requireLength.js';
import { runSteps, type Steps } from '../steps/steps.js';
import { ClipFunctionals } from './clipFunctionals.js';
import type { FunctionalGroup, FunctionalStatistic } from './functionalGroups.js';

export interface FunctionalsOptions extends FrontEndOptions {
  /**
   * The groups to describe, at least one; columns are always in the order of `functionalGroups`. The front end
   * 'invariant' has no 'chroma'.
   *
   * @default all groups of the front end
   */
  readonly groups?: readonly FunctionalGroup[];
  /**
   * The families of statistics of descriptors and pitch, at least one, in any order. Rhythm, modulation, and correlation
   * are statistics themselves.
   *
   * @default all
   */
  readonly statistics?: readonly FunctionalStatistic[];
}

/**
 * Functionals of many clips with the same options.
 *
 * @throws {SerError} `invalid-option`, also for a sample rate other than 16 kHz
 */
export class FunctionalsPlan implements FramePlan {
  readonly names: readonly string[];
  readonly layout = wholeClip;
  readonly #descriptors: DescriptorsPlan;
  readonly #functionals: ClipFunctionals;

  constructor(options: FunctionalsOptions & { readonly sampleRate: number }) {
    const { sampleRate, frontEnd = 'full-band', groups, statistics } = options;
    requireDescriptorRate(sampleRate);
    this.#descriptors = new DescriptorsPlan({ frontEnd });
    this.#functionals = new ClipFunctionals({ frontEnd, groups, statistics });
    this.names = this.#functionals.names;
  }

  /**
   * One, for any length.
   *
   * @throws {SerError} `clip-too-short` for an empty clip
   */
  nFrames(nSamples: number): number {
    this.#descriptors.nFrames(nSamples);
    return 1;
  }

  /**
   * The functionals of a clip, of shape `[1, names.length]`.
   *
   * @param output filled and returned
   * @throws {SerError} `clip-too-short`, `invalid-sample`, `buffer-mismatch`
   */
  transform(samples: Float32Array, output?: Float32Array): Float32Array {
    return runSteps(this.steps(samples, output));
  }

  *steps(
    samples: Float32Array,
    output: Float32Array = new Float32Array(this.names.length),
  ): Steps<Float32Array> {
    requireLength('output', output, this.names.length);
    const frames = yield* this.#descriptors.transformSpeech(samples, ClipFunctionals.reach);
    yield* this.#functionals.write(frames, output);
    return output;
  }
}

/**
 * Functionals of the low-level descriptors of a clip: one row of named numbers for any length. Statistics of each
 * descriptor over active, voiced, and unvoiced frames, pitch movement, rhythm, modulation of mel bands, and correlations
 * of MFCC; 3,779 numbers by default, 3,345 with the front end 'invariant'.
 *
 * @returns features of shape `[1, nFeatures]`
 * @throws {SerError} `invalid-option`, `sample-rate-mismatch` for a clip that does not have 16 kHz, `clip-too-short`,
 * `invalid-sample`
 * @see F. Eyben, M. Wöllmer, B. Schuller, "openSMILE", 2010, for functionals of low-level descriptors
 *
 * @example
 * const { names, data } = functionals(clip, { groups: ['mfcc', 'f0', 'rhythm'] });
 * data[names.indexOf('mfcc3.p95.active')];
 */
export function functionals(clip: AudioClip, options: FunctionalsOptions = {}): Features {
  requireSampleRate(clip, descriptorSampleRate);
  return featuresOf(new FunctionalsPlan({ ...options, sampleRate: clip.sampleRate }), clip.samples);
}

export const functionalsKind: FeatureKind<FunctionalsOptions> = {
  optionNames: { frontEnd: true, groups: true, statistics: true },
  createPlan: (options) => new FunctionalsPlan(options),
};
