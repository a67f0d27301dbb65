import { DspError } from '../errors.js';
import type { Features } from '../frames/features.js';

/** Mean and standard deviation of each feature over the frames of some clips. */
export interface FeatureStatistics {
  readonly names: readonly string[];
  /** Of shape `[names.length]`. */
  readonly mean: Float64Array;
  /** Population standard deviation (divided by n), of shape `[names.length]`; exactly 0 for a constant feature. */
  readonly deviation: Float64Array;
}

/**
 * Computes mean and standard deviation of each feature over all frames of some clips, in float64 and in two passes, which
 * is accurate also for small deviations around a large mean.
 *
 * @param clips features with the same names, and at least one frame in total; gone through twice
 * @throws {SerError} `invalid-features` without frames, for different names, or for a value that is not finite
 */
export function featureStatistics(clips: Iterable<Features>): FeatureStatistics {
  const { names, sums, nFrames } = sumsOf(clips);
  if (nFrames === 0 || names.length === 0) {
    throw new DspError(
      'invalid-features',
      'Statistics need at least one frame of at least one feature; got none.',
    );
  }
  const mean = sums.map((sum) => sum / nFrames);
  return { names, mean, deviation: deviationOf(clips, mean, nFrames) };
}

/** @throws {SerError} `invalid-features` unless features have exactly these names, in this order */
export function requireNames(features: Features, names: readonly string[]): void {
  if (features.names === names && features.nFeatures === names.length) return;
  const odd = names.findIndex((name, i) => features.names[i] !== name);
  if (odd === -1 && features.names.length === names.length && features.nFeatures === names.length) return;
  const where = odd === -1 ? '' : ` (feature ${odd}: \`${names[odd]}\`, got \`${features.names[odd]}\`)`;
  throw new DspError(
    'invalid-features',
    `The features must be the ${names.length} that the normalizer was fitted on; got ${features.names.length}${where}. ` +
      'Extract them with the feature description of the model.',
  );
}

interface Sums {
  readonly names: readonly string[];
  readonly sums: Float64Array;
  readonly nFrames: number;
}

function sumsOf(clips: Iterable<Features>): Sums {
  let names: readonly string[] | undefined;
  let sums = new Float64Array();
  let nFrames = 0;
  for (const clip of clips) {
    if (names === undefined) sums = new Float64Array(clip.names.length);
    names ??= clip.names;
    requireNames(clip, names);
    addRows(clip, names, sums);
    nFrames += clip.nFrames;
  }
  return { names: names ?? [], sums, nFrames };
}

function addRows({ data, nFeatures }: Features, names: readonly string[], sums: Float64Array): void {
  for (let start = 0; start < data.length; start += nFeatures) {
    for (let i = 0; i < sums.length; i++) {
      const value = data[start + i]!;
      if (!Number.isFinite(value)) throw notFinite(names[i]!, value);
      sums[i]! += value;
    }
  }
}

/** Exactly 0 if all values are equal; otherwise the rounding of the mean would give a tiny deviation. */
function deviationOf(clips: Iterable<Features>, mean: Float64Array, nFrames: number): Float64Array {
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

function eachRow(clips: Iterable<Features>, visit: (data: Float32Array, start: number) => void): void {
  for (const { data, nFeatures } of clips) {
    for (let start = 0; start < data.length; start += nFeatures) visit(data, start);
  }
}

function notFinite(name: string, value: number): DspError {
  return new DspError(
    'invalid-features',
    `Features must be finite; got ${value} for \`${name}\`. Leave out that clip.`,
  );
}
