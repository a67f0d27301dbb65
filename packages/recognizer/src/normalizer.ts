import type { Features } from '@ser/dsp';
import { RecognizerError } from './errors.js';

/** A normaliser as JSON: one entry a feature, numbers exact. */
export interface NormalizerJson {
  /** Whose statistics: those of all training clips together. */
  readonly kind: 'train';
  readonly names: readonly string[];
  readonly mean: readonly number[];
  /** What the difference from the mean is divided by: the standard deviation, or 1 for a constant feature. */
  readonly scale: readonly number[];
}

/**
 * Brings each feature to mean 0 and standard deviation 1 over all frames of the training clips (z-score), as
 * scikit-learn's `StandardScaler`: population deviation (divided by n), computed in float64 in two passes. A
 * feature that is the same in every frame keeps a scale of 1, and so becomes 0.
 *
 * Fit it on training clips only: statistics of test clips would leak into the model.
 *
 * @example
 * const normalizer = Normalizer.fit(trainingFeatures);
 * normalizer.apply(features).data; // [nFrames, nFeatures]
 */
export class Normalizer {
  readonly names: readonly string[];
  readonly mean: Float64Array;
  readonly scale: Float64Array;

  private constructor({ names, mean, scale }: Omit<NormalizerJson, 'kind'>) {
    this.names = [...names];
    this.mean = Float64Array.from(mean);
    this.scale = Float64Array.from(scale);
  }

  /**
   * @param clips features of the training clips; all have the same names, none may be without frames altogether
   * @throws {RecognizerError} `invalid-features` without frames, for differing names, for a value that is not finite
   */
  static fit(clips: readonly Features[]): Normalizer {
    const names = clips[0]?.names ?? [];
    for (const clip of clips) requireNames(clip, names);
    const mean = meanOf(clips, names);
    return new Normalizer({ names, mean, scale: scaleOf(clips, mean) });
  }

  /**
   * @returns new features of the same shape and names; the given ones stay as they are
   * @throws {RecognizerError} `invalid-features` when the names are not those fitted
   */
  apply(features: Features): Features {
    requireNames(features, this.names);
    const { data, nFeatures } = features;
    const normalized = new Float32Array(data.length);
    for (let i = 0; i < data.length; i++) {
      const feature = i % nFeatures;
      normalized[i] = (data[i]! - this.mean[feature]!) / this.scale[feature]!;
    }
    return { ...features, data: normalized };
  }

  toJSON(): NormalizerJson {
    return { kind: 'train', names: this.names, mean: [...this.mean], scale: [...this.scale] };
  }

  /**
   * @param json what `toJSON` gave
   * @throws {RecognizerError} `model-corrupt` when it is not that
   */
  static fromJSON(json: unknown): Normalizer {
    if (!isNormalizerJson(json)) {
      throw new RecognizerError(
        'model-corrupt',
        'The normaliser must have `kind` "train", and `names`, `mean` and `scale` of one length, with scales > 0. Save the model again.',
      );
    }
    return new Normalizer(json);
  }
}

function meanOf(clips: readonly Features[], names: readonly string[]): number[] {
  const nFrames = clips.reduce((sum, clip) => sum + clip.nFrames, 0);
  if (nFrames === 0 || names.length === 0) {
    throw new RecognizerError('invalid-features', 'A normaliser is fitted on at least one frame, got none.');
  }
  const sums = new Float64Array(names.length);
  eachValue(clips, (value, feature) => {
    if (!Number.isFinite(value)) {
      throw new RecognizerError(
        'invalid-features',
        `Feature \`${names[feature]}\` of a training clip is \`${value}\`. Leave that clip out.`,
      );
    }
    sums[feature]! += value;
  });
  return Array.from(sums, (sum) => sum / nFrames);
}

/** Standard deviations; 1 where all values are equal, which rounding of the mean would turn into a tiny one. */
function scaleOf(clips: readonly Features[], mean: readonly number[]): number[] {
  const squares = new Float64Array(mean.length);
  const lowest = new Float64Array(mean.length).fill(Infinity);
  const highest = new Float64Array(mean.length).fill(-Infinity);
  eachValue(clips, (value, feature) => {
    squares[feature]! += (value - mean[feature]!) ** 2;
    if (value < lowest[feature]!) lowest[feature] = value;
    if (value > highest[feature]!) highest[feature] = value;
  });
  const nFrames = clips.reduce((sum, clip) => sum + clip.nFrames, 0);
  return Array.from(squares, (sum, i) => (lowest[i] === highest[i] ? 1 : Math.sqrt(sum / nFrames)));
}

function eachValue(clips: readonly Features[], visit: (value: number, feature: number) => void): void {
  for (const { data, nFeatures } of clips) {
    for (let i = 0; i < data.length; i++) visit(data[i]!, i % nFeatures);
  }
}

function requireNames(features: Features, names: readonly string[]): void {
  const odd = names.findIndex((name, i) => features.names[i] !== name);
  if (odd === -1 && features.names.length === names.length && features.nFeatures === names.length) return;
  const where = odd === -1 ? '' : ` (feature ${odd}: \`${names[odd]}\`, got \`${features.names[odd]}\`)`;
  throw new RecognizerError(
    'invalid-features',
    `Expected the ${names.length} features that the normaliser was fitted on, got ${features.names.length}${where}. Extract them with the model's own description.`,
  );
}

function isNormalizerJson(json: unknown): json is NormalizerJson {
  const { kind, names, mean, scale } = (json ?? {}) as Partial<Record<keyof NormalizerJson, unknown>>;
  if (kind !== 'train' || !Array.isArray(names) || !Array.isArray(mean) || !Array.isArray(scale))
    return false;
  return (
    names.length > 0 &&
    mean.length === names.length &&
    scale.length === names.length &&
    names.every((name) => typeof name === 'string') &&
    mean.every((value) => Number.isFinite(value)) &&
    scale.every((value: unknown) => Number.isFinite(value) && (value as number) > 0)
  );
}
