import type { Features } from './features.js';

/** Functions of the values of one feature over all frames, of shape `[nFrames]`. */
const functionals = { mean, std, min, max };

/** A statistic over all frames; `std` is the population standard deviation, like numpy's. */
export type Functional = keyof typeof functionals;
export const functionalNames = Object.keys(functionals) as readonly Functional[];

/**
 * Reduces features over all frames to one row: the first functional of all features, then the next.
 *
 * @returns features of shape `[1, nFeatures * names.length]`, named like 'mfcc0.mean'
 *
 * @example
 * applyFunctionals(mfcc(clip, { nMfcc: 40 }), ['mean', 'std']); // [1, 80]
 */
export function applyFunctionals(features: Features, names: readonly Functional[]): Features {
  const columns = Array.from({ length: features.nFeatures }, (_, feature) => columnOf(features, feature));
  return {
    data: Float32Array.from(names.flatMap((name) => columns.map((column) => functionals[name](column)))),
    nFrames: 1,
    nFeatures: features.nFeatures * names.length,
    names: names.flatMap((name) => features.names.map((feature) => `${feature}.${name}`)),
  };
}

function columnOf({ data, nFrames, nFeatures }: Features, feature: number): Float32Array {
  return Float32Array.from({ length: nFrames }, (_, frame) => data[frame * nFeatures + feature]!);
}

function mean(values: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i]!;
  return sum / values.length;
}

function std(values: Float32Array): number {
  const center = mean(values);
  let squares = 0;
  for (let i = 0; i < values.length; i++) squares += (values[i]! - center) ** 2;
  return Math.sqrt(squares / values.length);
}

function min(values: Float32Array): number {
  return values.reduce((least, value) => Math.min(least, value), Infinity);
}

function max(values: Float32Array): number {
  return values.reduce((largest, value) => Math.max(largest, value), -Infinity);
}
