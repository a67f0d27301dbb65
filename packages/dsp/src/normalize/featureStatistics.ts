import { DspError } from '../errors.js';
import type { Features } from '../frames/features.js';

/** Mean and deviation of each feature over some frames. */
export interface FeatureStatistics {
  readonly names: readonly string[];
  /** `[names.length]` */
  readonly mean: Float64Array;
  /** Population standard deviation (divided by n), `[names.length]`; exactly 0 for a feature that never changes. */
  readonly deviation: Float64Array;
}

/**
 * The statistics of each feature over all frames of some clips, in float64 and in two passes, so that small deviations
 * about a large mean are kept.
 *
 * @param clips all have the same names, and together at least one frame
 * @throws {SerError} `invalid-features` without frames, for differing names, for a value that is not finite
 */
export function featureStatistics(clips: readonly Features[]): FeatureStatistics {
  const names = clips[0]?.names ?? [];
  for (const clip of clips) requireNames(clip, names);
  const nFrames = clips.reduce((sum, clip) => sum + clip.nFrames, 0);
  if (nFrames === 0 || names.length === 0) {
    throw new DspError('invalid-features', 'A normaliser is fitted on at least one frame, got none.');
  }
  const mean = meanOf(clips, names, nFrames);
  return { names, mean, deviation: deviationOf(clips, mean, nFrames) };
}

/** @throws {SerError} `invalid-features` when features do not have just these names, in this order */
export function requireNames(features: Features, names: readonly string[]): void {
  if (features.names === names && features.nFeatures === names.length) return;
  const odd = names.findIndex((name, i) => features.names[i] !== name);
  if (odd === -1 && features.names.length === names.length && features.nFeatures === names.length) return;
  const where = odd === -1 ? '' : ` (feature ${odd}: \`${names[odd]}\`, got \`${features.names[odd]}\`)`;
  throw new DspError(
    'invalid-features',
    `Expected the ${names.length} features that the normaliser was fitted on, got ${features.names.length}${where}. Extract them with the model's own description.`,
  );
}

function meanOf(clips: readonly Features[], names: readonly string[], nFrames: number): Float64Array {
  const sums = new Float64Array(names.length);
  eachRow(clips, (data, start) => {
    for (let i = 0; i < sums.length; i++) {
      const value = data[start + i]!;
      if (!Number.isFinite(value)) refuseValue(names[i]!, value);
      sums[i]! += value;
    }
  });
  return sums.map((sum) => sum / nFrames);
}

/** 0 where all values are equal, which rounding of the mean would turn into a tiny number. */
function deviationOf(clips: readonly Features[], mean: Float64Array, nFrames: number): Float64Array {
  const squares = new Float64Array(mean.length);
  const lowest = new Float64Array(mean.length).fill(Infinity);
  const highest = new Float64Array(mean.length).fill(-Infinity);
  eachRow(clips, (data, start) => {
    for (let i = 0; i < mean.length; i++) {
      const value = data[start + i]!;
      squares[i]! += (value - mean[i]!) ** 2;
      if (value < lowest[i]!) lowest[i] = value;
      if (value > highest[i]!) highest[i] = value;
    }
  });
  return squares.map((sum, i) => (lowest[i] === highest[i] ? 0 : Math.sqrt(sum / nFrames)));
}

function eachRow(clips: readonly Features[], visit: (data: Float32Array, start: number) => void): void {
  for (const { data, nFeatures } of clips) {
    for (let start = 0; start < data.length; start += nFeatures) visit(data, start);
  }
}

function refuseValue(name: string, value: number): never {
  throw new DspError(
    'invalid-features',
    `Feature \`${name}\` of a training clip is \`${value}\`. Leave that clip out.`,
  );
}
