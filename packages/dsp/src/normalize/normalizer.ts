import { DspError } from '../errors.js';
import type { Features } from '../frames/features.js';
import { featureStatistics, requireNames, type FeatureStatistics } from './featureStatistics.js';

/** A normalizer as JSON, with exact numbers. */
export type NormalizerJson = TrainNormalizerJson | ClipNormalizerJson;

/** Fitted statistics: those of all training clips, or those of an average speaker. */
export interface TrainNormalizerJson extends NormalizerOptions {
  readonly kind: 'train';
  readonly names: readonly string[];
  /** One entry per feature. */
  readonly mean: readonly number[];
  /** Divisor of the difference from the mean: the standard deviation, or 1 for a constant feature. */
  readonly scale: readonly number[];
}

/** Each clip is normalized by the statistics of its own frames. */
export interface ClipNormalizerJson extends NormalizerOptions {
  readonly kind: 'clip';
  readonly names: readonly string[];
}

export interface NormalizerOptions {
  /**
   * Limit of z-scores, above 0: values beyond ±`clip` are set to ±`clip`.
   *
   * @default none
   */
  readonly clip?: number;
}

/**
 * Scales each feature to mean 0 and standard deviation 1 (z-score), like scikit-learn's `StandardScaler`, with the
 * population standard deviation (divided by n). Constant features have a scale of 1, and become 0.
 *
 * Mean and standard deviation are those of all frames of the training clips (`fit`), known statistics such as those of an
 * average speaker (`of`), or those of the frames of each clip (`perClip`). Fit it on training clips only; statistics of
 * test clips would leak into the model.
 *
 * @example
 * const normalizer = Normalizer.fit(trainingFeatures);
 * normalizer.apply(features).data; // [nFrames, nFeatures]
 */
export class Normalizer {
  readonly kind: NormalizerJson['kind'];
  readonly names: readonly string[];
  /** Of shape `[names.length]`; empty for `kind` 'clip'. */
  readonly mean: Float64Array;
  /** Of shape `[names.length]`; empty for `kind` 'clip'. */
  readonly scale: Float64Array;
  /** Limit of z-scores; `undefined` without a limit. */
  readonly clip: number | undefined;

  private constructor(json: NormalizerJson) {
    const { mean, scale } = json.kind === 'train' ? json : { mean: [], scale: [] };
    this.kind = json.kind;
    this.names = [...json.names];
    this.mean = Float64Array.from(mean);
    this.scale = Float64Array.from(scale);
    this.clip = json.clip;
  }

  /**
   * Fits a normalizer to the frames of training clips.
   *
   * @param clips features of one clip or of several clips, with the same names and at least one frame in total
   * @throws {SerError} `invalid-features` without frames, for different names, or for a value that is not finite;
   *   `invalid-option` for a `clip` that is not above 0
   */
  static fit(clips: Features | Iterable<Features>, options: NormalizerOptions = {}): Normalizer {
    return Normalizer.of(featureStatistics('data' in clips ? [clips] : clips), options);
  }

  /**
   * Creates a normalizer from known statistics, such as those of an average speaker.
   *
   * @throws {SerError} `invalid-option` for a `clip` that is not above 0
   */
  static of({ names, mean, deviation }: FeatureStatistics, { clip }: NormalizerOptions = {}): Normalizer {
    const scale = Array.from(deviation, (value) => (value === 0 ? 1 : value));
    return new Normalizer({ kind: 'train', names, mean: [...mean], scale, ...limit(clip) });
  }

  /**
   * Creates a normalizer that uses the statistics of the frames of each clip. Clips must have at least two frames.
   *
   * @throws {SerError} `invalid-option` for a `clip` that is not above 0
   */
  static perClip(names: readonly string[], { clip }: NormalizerOptions = {}): Normalizer {
    return new Normalizer({ kind: 'clip', names, ...limit(clip) });
  }

  /**
   * Normalizes the features of a clip.
   *
   * @returns new features of the same shape and names
   * @throws {SerError} `invalid-features` if the names differ from the fitted ones, or if a clip that is normalized by
   *   its own frames has only one
   */
  apply(features: Features): Features {
    requireNames(features, this.names);
    const { mean, scale } = this.kind === 'clip' ? ownStatistics(features) : this;
    const { data, nFeatures } = features;
    const { clip = Infinity } = this;
    const normalized = new Float32Array(data.length);
    for (let start = 0; start < data.length; start += nFeatures) {
      for (let i = 0; i < nFeatures; i++) {
        const z = (data[start + i]! - mean[i]!) / scale[i]!;
        normalized[start + i] = z > clip ? clip : z < -clip ? -clip : z;
      }
    }
    return { ...features, data: normalized };
  }

  toJSON(): NormalizerJson {
    const { kind, names } = this;
    if (kind === 'clip') return { kind, names, ...limit(this.clip) };
    return { kind, names, mean: [...this.mean], scale: [...this.scale], ...limit(this.clip) };
  }

  /**
   * Reads a saved normalizer.
   *
   * @param json a result of `toJSON`
   * @throws {SerError} `invalid-normalizer`
   */
  static fromJSON(json: unknown): Normalizer {
    if (!isNormalizerJson(json)) {
      throw new DspError(
        'invalid-normalizer',
        'A normalizer must have `kind` "train" or "clip" and `names`; for "train", `mean` and `scale` of the same ' +
          'length, with scales above 0; and `clip`, if present, above 0. Save the model again.',
      );
    }
    return new Normalizer(json);
  }
}

function ownStatistics(features: Features): Pick<Normalizer, 'mean' | 'scale'> {
  if (features.nFrames < 2) {
    throw new DspError(
      'invalid-features',
      `A clip that is normalized by its own frames must have at least 2 frames; got ${features.nFrames}. ` +
        'Use features with several frames, or fit the normalizer to the training clips.',
    );
  }
  return Normalizer.fit(features);
}

/** @throws {SerError} `invalid-option` */
function limit(clip: number | undefined): NormalizerOptions {
  if (clip === undefined) return {};
  if (isLimit(clip)) return { clip };
  throw new DspError('invalid-option', `\`clip\` must be a number above 0, got \`${clip}\`.`);
}

function isNormalizerJson(json: unknown): json is NormalizerJson {
  const { kind, names, mean, scale, clip } = (json ?? {}) as Partial<
    Record<keyof TrainNormalizerJson, unknown>
  >;
  if (!Array.isArray(names) || names.length === 0) return false;
  if (!names.every((name) => typeof name === 'string')) return false;
  if (clip !== undefined && !isLimit(clip)) return false;
  if (kind === 'clip') return true;
  if (kind !== 'train' || !Array.isArray(mean) || !Array.isArray(scale)) return false;
  return (
    mean.length === names.length &&
    scale.length === names.length &&
    mean.every((value) => Number.isFinite(value)) &&
    scale.every((value: unknown) => Number.isFinite(value) && (value as number) > 0)
  );
}

function isLimit(clip: unknown): boolean {
  return Number.isFinite(clip) && (clip as number) > 0;
}
