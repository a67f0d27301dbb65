import { runSteps, type Steps } from '../steps/steps.js';
import type { FrameLayout } from './frameLayout.js';

/** Numbers that describe a clip, one row per frame. Functionals of a whole clip have one row. */
export interface Features {
  /** Row-major, time first: `[nFrames, nFeatures]`. */
  readonly data: Float32Array;
  readonly nFrames: number;
  readonly nFeatures: number;
  /** Name of each column, such as 'mfcc0'. */
  readonly names: readonly string[];
}

/** Computes one feature of clips of one sample rate; tables and buffers are made once. */
export interface FramePlan {
  /** Name of each column. */
  readonly names: readonly string[];
  /** Position of the frames in a clip. */
  readonly layout: FrameLayout;
  /** Number of frames in a clip of `nSamples`; a layout with `rows` may leave some out. */
  nFrames(nSamples: number): number;
  /** Values of shape `[nFrames, nFeatures]` without the frames that are left out, in `output` if given. */
  transform(samples: Float32Array, output?: Float32Array): Float32Array;
  /** `transform` in steps. Another clip before their end would overwrite the buffers. */
  steps(samples: Float32Array, output?: Float32Array): Steps<Float32Array>;
}

/** Applies a plan to the samples of one clip. */
export function featuresOf(plan: FramePlan, samples: Float32Array): Features {
  return runSteps(featureSteps(plan, samples));
}

/** Applies a plan to the samples of one clip, in steps. */
export function* featureSteps(plan: FramePlan, samples: Float32Array): Steps<Features> {
  const { names } = plan;
  const data = yield* plan.steps(samples);
  return { data, nFrames: data.length / names.length, nFeatures: names.length, names };
}

/** `mfcc0`, `mfcc1`, … */
export function numberedNames(prefix: string, count: number): readonly string[] {
  return Array.from({ length: count }, (_, i) => `${prefix}${i}`);
}
