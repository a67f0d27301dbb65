import { requireOneOf } from '@ser/core';
import { DspError } from '../errors.js';
import { requireOdd } from '../options/requireOdd.js';
import { maxWindowFrames } from '../options/sizeLimits.js';
import type { Features } from './features.js';

export interface DeltaOptions {
  /**
   * Order of the derivative over time: 1 for the slope, 2 for the curvature.
   *
   * @default 1
   */
  readonly order?: 1 | 2;
  /**
   * Number of frames that each value is computed from, an odd integer from 3 to 9999.
   *
   * @default 9
   */
  readonly width?: number;
}

/** Default number of frames. */
const deltaWidth = 9;

/**
 * Derivative of each feature over time, in its unit per frame (or per frame squared): the derivative of the polynomial
 * of degree `order` that best fits the `width` surrounding frames (a Savitzky-Golay filter). Frames at the ends, which
 * have too few neighbors on one side, have the value of the nearest complete frame, because the highest derivative of
 * the fitted polynomial is constant.
 *
 * @returns features of the same shape, named 'mfcc0.delta' or 'mfcc0.delta2'
 * @throws {SerError} `invalid-option`, `clip-too-short`
 * @see librosa.feature.delta(mode='interp'), https://librosa.org/doc/0.11.0/generated/librosa.feature.delta.html
 * @see A. Savitzky, M. Golay, "Smoothing and differentiation of data by simplified least squares procedures", 1964
 *
 * @example
 * delta(mfcc(clip), { order: 2 }).names; // 'mfcc0.delta2' … 'mfcc19.delta2'
 */
export function delta(features: Features, { order = 1, width = deltaWidth }: DeltaOptions = {}): Features {
  requireOneOf('order', order, [1, 2]);
  requireOdd('width', width, { min: 3, max: maxWindowFrames });
  requireFrames(features.nFrames, width);
  const { data, nFrames, nFeatures } = features;
  const weights = order === 1 ? slopeWeights(width) : curvatureWeights(width);
  const half = (width - 1) / 2;
  const derivative = new Float32Array(data.length);
  for (let frame = 0; frame < nFrames; frame++) {
    const center = Math.min(Math.max(frame, half), nFrames - 1 - half);
    for (let feature = 0; feature < nFeatures; feature++) {
      let sum = 0;
      for (let i = 0; i < width; i++) sum += weights[i]! * data[(center - half + i) * nFeatures + feature]!;
      derivative[frame * nFeatures + feature] = sum;
    }
  }
  return { data: derivative, nFrames, nFeatures, names: deltaNames(features.names, order) };
}

/** Names of derivatives: `mfcc0.delta` … or `mfcc0.delta2` … */
export function deltaNames(names: readonly string[], order: number): readonly string[] {
  return names.map((name) => `${name}.delta${order === 1 ? '' : order}`);
}

/** @throws {SerError} `clip-too-short` */
export function requireFrames(nFrames: number, width = deltaWidth): void {
  if (nFrames >= width) return;
  throw new DspError(
    'clip-too-short',
    `Deltas need a clip of at least ${width} frames; got ${nFrames}. ` +
      'Leave out the clip, lower `hopLength`, or lengthen the clip or the `segment`.',
  );
}

/** Weights of the slope of the least-squares line: `k / (sum of k²)`, with k from -half to half. */
function slopeWeights(width: number): Float64Array {
  const offsets = offsetsOf(width);
  return offsets.map((k) => k / sumOfSquares(offsets));
}

/** Weights of the second derivative of the least-squares parabola: k² minus its mean, which ignores lines and constants. */
function curvatureWeights(width: number): Float64Array {
  const squares = offsetsOf(width).map((k) => k * k);
  const mean = squares.reduce((sum, square) => sum + square, 0) / width;
  const centered = squares.map((square) => square - mean);
  return centered.map((value) => (2 * value) / sumOfSquares(centered));
}

function offsetsOf(width: number): Float64Array {
  return Float64Array.from({ length: width }, (_, i) => i - (width - 1) / 2);
}

function sumOfSquares(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value * value, 0);
}
