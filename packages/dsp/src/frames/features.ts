import type { FrameLayout } from './frameLayout.js';

/** Numbers that describe a clip, one row a frame. Functionals over a whole clip have `nFrames` 1. */
export interface Features {
  /** Row-major, time first: `[nFrames, nFeatures]`. */
  readonly data: Float32Array;
  readonly nFrames: number;
  readonly nFeatures: number;
  /** One name a column, such as 'mfcc0'. */
  readonly names: readonly string[];
}

/** Turns clips of one sample rate into rows of numbers, with tables and buffers made once. */
export interface FeaturePlan {
  readonly names: readonly string[];
  /** Where its frames lie. */
  readonly layout: FrameLayout;
  /** Frames in a clip of `nSamples`; a layout with `rows` may leave some out. */
  nFrames(nSamples: number): number;
  /** Values of shape `[nFrames, nFeatures]`, in `output` when given; without the frames that are left out. */
  transform(samples: Float32Array, output?: Float32Array): Float32Array;
}

/** Applies a plan to one clip's samples. */
export function featuresOf(plan: FeaturePlan, samples: Float32Array): Features {
  const { names } = plan;
  const data = plan.transform(samples);
  return { data, nFrames: data.length / names.length, nFeatures: names.length, names };
}

/** `mfcc0`, `mfcc1`, … */
export function numberedNames(prefix: string, count: number): readonly string[] {
  return Array.from({ length: count }, (_, i) => `${prefix}${i}`);
}
