import { DspError } from '../errors.js';
import { requireInteger, requireOneOf } from '../options/requireLength.js';
import type { Features } from './features.js';

export interface DeltaOptions {
  /**
   * 1 for the slope of each feature over time, 2 for its curvature.
   *
   * @default 1
   */
  readonly order?: 1 | 2;
  /**
   * Frames that each answer looks at, an odd integer >= 3.
   *
   * @default 9
   */
  readonly width?: number;
}

/** Frames that a delta of default width needs. */
const deltaWidth = 9;

/**
 * Derivative of each feature over time, in its unit a frame: that of the polynomial of degree `order` which fits the
 * `width` frames around best, a Savitzky-Golay filter. The frames at both ends, which have too few neighbours on one
 * side, get the value of the first and last that do not, as the fitted polynomial's highest derivative is constant.
 *
 * @returns features of the same shape, called 'mfcc0.delta' or 'mfcc0.delta2'
 * @throws {SerError} `invalid-option`, `clip-too-short`
 * @see librosa.feature.delta(mode='interp'), https://librosa.org/doc/0.11.0/generated/librosa.feature.delta.html
 * @see A. Savitzky, M. Golay, "Smoothing and differentiation of data by simplified least squares procedures", 1964
 *
 * @example
 * delta(mfcc(clip), { order: 2 }).names; // 'mfcc0.delta2' … 'mfcc19.delta2'
 */
export function delta(features: Features, { order = 1, width = deltaWidth }: DeltaOptions = {}): Features {
  requireOneOf('order', order, [1, 2]);
  requireOddWidth(width);
  requireFrames(features.nFrames, width);
  const { data, nFrames, nFeatures } = features;
  const weights = order === 1 ? slopeWeights(width) : curvatureWeights(width);
  const half = (width - 1) / 2;
  const derivative = new Float32Array(data.length);
  for (let frame = 0; frame < nFrames; frame++) {
    const centre = Math.min(Math.max(frame, half), nFrames - 1 - half);
    for (let feature = 0; feature < nFeatures; feature++) {
      let sum = 0;
      for (let i = 0; i < width; i++) sum += weights[i]! * data[(centre - half + i) * nFeatures + feature]!;
      derivative[frame * nFeatures + feature] = sum;
    }
  }
  return { data: derivative, nFrames, nFeatures, names: deltaNames(features.names, order) };
}

/** `mfcc0.delta` … or `mfcc0.delta2` … */
export function deltaNames(names: readonly string[], order: number): readonly string[] {
  return names.map((name) => `${name}.delta${order === 1 ? '' : order}`);
}

/** @throws {SerError} `clip-too-short` */
export function requireFrames(nFrames: number, width = deltaWidth): void {
  if (nFrames >= width) return;
  throw new DspError(
    'clip-too-short',
    `Expected a clip of at least ${width} frames to take deltas of, got ${nFrames}. ` +
      'Leave out the clip, lower `hopLength`, or lengthen the clip or the segment.',
  );
}

function requireOddWidth(width: number): void {
  requireInteger('width', width, { min: 3 });
  if (width % 2 === 1) return;
  throw new DspError('invalid-option', `Expected \`width\` to be odd, got \`${width}\`. Take ${width + 1}.`);
}

/** Slope of the line of least squares: `k / (sum of k²)`, with k from -half to half. */
function slopeWeights(width: number): Float64Array {
  const offsets = offsetsOf(width);
  return offsets.map((k) => k / sumOfSquares(offsets));
}

/** Second derivative of the parabola of least squares: that of k², less its mean, to which line and constant are blind. */
function curvatureWeights(width: number): Float64Array {
  const squares = offsetsOf(width).map((k) => k * k);
  const mean = squares.reduce((sum, square) => sum + square, 0) / width;
  const centred = squares.map((square) => square - mean);
  return centred.map((value) => (2 * value) / sumOfSquares(centred));
}

function offsetsOf(width: number): Float64Array {
  return Float64Array.from({ length: width }, (_, i) => i - (width - 1) / 2);
}

function sumOfSquares(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value * value, 0);
}
