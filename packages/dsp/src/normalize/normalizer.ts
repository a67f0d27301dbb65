import { DspError } from '../errors.js';
import type { Features } from '../frames/features.js';
import { featureStatistics, requireNames } from './featureStatistics.js';
import type { FeatureStatistics } from './featureStatistics.js';

/** A normaliser as JSON, numbers exact. */
export type NormalizerJson = TrainNormalizerJson | ClipNormalizerJson;

/** Statistics that were fitted: those of all training clips together, or those of the average speaker. */
export interface TrainNormalizerJson extends NormalizerOptions {
  readonly kind: 'train';
  readonly names: readonly string[];
  /** One entry a feature. */
  readonly mean: readonly number[];
  /** What the difference from the mean is divided by: the standard deviation, or 1 for a constant feature. */
  readonly scale: readonly number[];
}

/** Nothing is fitted: each clip is normalised by its own frames. */
export interface ClipNormalizerJson extends NormalizerOptions {
  readonly kind: 'clip';
  readonly names: readonly string[];
}

export interface NormalizerOptions {
  /** The largest z-score let through, above 0: what lies beyond ±`clip` is set to it. @default none */
  readonly clip?: number;
}

/**
 * Brings each feature to mean 0 and standard deviation 1 (z-score), as scikit-learn's `StandardScaler`: population
 * deviation (divided by n). A feature that never changes keeps a scale of 1, and so becomes 0.
 *
 * Mean and deviation are those of all frames of the training clips (`fit`), of a speaker that was made up of several
 * (`of`), or of the clip's own frames (`perClip`). Fit it on training clips only: statistics of test clips would leak
 * into the model.
 *
 * @example
 * const normalizer = Normalizer.fit(trainingFeatures, { clip: 3 });
 * normalizer.apply(features).data; // [nFrames, nFeatures], within [-3, 3]
 */
export class Normalizer {
  readonly kind: NormalizerJson['kind'];
  readonly names: readonly string[];
  /** `[names.length]`; empty for `kind` 'clip'. */
  readonly mean: Float64Array;
  /** `[names.length]`; empty for `kind` 'clip'. */
  readonly scale: Float64Array;
  /** The largest z-score let through; `undefined` when all are. */
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
   * The normaliser that training clips call for.
   *
   * @param clips features of the training clips; all have the same names, none may be without frames altogether
   * @throws {SerError} `invalid-features` without frames, for differing names, for a value that is not finite;
   *   `invalid-option` for a `clip` that is not above 0
   */
  static fit(clips: readonly Features[], options: NormalizerOptions = {}): Normalizer {
    return Normalizer.of(featureStatistics(clips), options);
  }

  /**
   * The normaliser of statistics that are known, such as those of an average speaker.
   *
   * @throws {SerError} `invalid-option` for a `clip` that is not above 0
   */
  static of({ names, mean, deviation }: FeatureStatistics, { clip }: NormalizerOptions = {}): Normalizer {
    const scale = Array.from(deviation, (value) => (value === 0 ? 1 : value));
    return new Normalizer({ kind: 'train', names, mean: [...mean], scale, ...limit(clip) });
  }

  /**
   * The normaliser that takes each clip by its own frames. It needs clips of several frames: of one frame alone,
   * nothing would be left.
   *
   * @throws {SerError} `invalid-option` for a `clip` that is not above 0
   */
  static perClip(names: readonly string[], { clip }: NormalizerOptions = {}): Normalizer {
    return new Normalizer({ kind: 'clip', names, ...limit(clip) });
  }

  /**
   * @returns new features of the same shape and names; the given ones stay as they are
   * @throws {SerError} `invalid-features` when the names are not those fitted, or a clip that is to be
   *   normalised by its own frames has but one
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
   * @param json what `toJSON` gave
   * @throws {SerError} `invalid-normalizer` when it is not that
   */
  static fromJSON(json: unknown): Normalizer {
    if (!isNormalizerJson(json)) {
      throw new DspError(
        'invalid-normalizer',
        'The normaliser must have `kind` "train" or "clip" and `names`, for "train" `mean` and `scale` of the same ' +
          'length with scales > 0, and `clip`, if any, above 0. Save the model again.',
      );
    }
    return new Normalizer(json);
  }
}

function ownStatistics(features: Features): Pick<Normalizer, 'mean' | 'scale'> {
  if (features.nFrames < 2) {
    throw new DspError(
      'invalid-features',
      `A clip is normalised by its own frames, of which it must have at least 2, got ${features.nFrames}. ` +
        'Use features that have frames, or another normaliser.',
    );
  }
  return Normalizer.fit([features]);
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
