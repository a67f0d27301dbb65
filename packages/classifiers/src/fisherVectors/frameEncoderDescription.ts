import { checkFields, type FieldChecks, oneOf, optional, positive, positiveInteger, record } from '@ser/core';

/**
 * Fisher vectors: the gradient of a Gaussian mixture, fitted to the frames of training clips, for the frames of a clip.
 * A clip with any number of frames becomes `nComponents · (1 + 2 · dimensions)` numbers.
 */
export interface FisherVectorDescription {
  readonly kind: 'fisherVectors';
  /**
   * Number of Gaussians of the mixture, an integer of at least 1.
   *
   * @default 32
   */
  readonly nComponents?: number;
  /**
   * Number of whitened principal components of the frames to keep, from 1 to the number of features per frame.
   *
   * @default none: the features are not rotated
   */
  readonly dimensions?: number;
  /**
   * Number of frames that the scale, the principal components, and the mixture are fitted to, an integer of at least 1:
   * drawn at random, the same number from each clip.
   *
   * @default 30000
   */
  readonly framesFitted?: number;
  /**
   * Limit of the z-scores of frames, above 0: they are clipped to `[-bound, bound]`.
   *
   * @default 4
   */
  readonly bound?: number;
  /**
   * Limit of the z-scores of vectors, above 0: they are clipped to `[-clip, clip]`.
   *
   * @default 3
   */
  readonly clip?: number;
}

/** A frame encoder as JSON. */
export type FrameEncoderDescription = FisherVectorDescription;

const frameEncoderKinds = ['fisherVectors'] as const satisfies readonly FrameEncoderDescription['kind'][];

/** A description with all defaults filled in. */
type FilledDescription = Required<Omit<FisherVectorDescription, 'dimensions'>> &
  Pick<FisherVectorDescription, 'dimensions'>;

/** Fills in the defaults. */
export function filled(description: FrameEncoderDescription): FilledDescription {
  return { nComponents: 32, framesFitted: 30000, bound: 4, clip: 3, ...description };
}

const fisherVectorChecks: FieldChecks<FisherVectorDescription> = {
  kind: oneOf(frameEncoderKinds),
  nComponents: optional(positiveInteger),
  dimensions: optional(positiveInteger),
  framesFitted: optional(positiveInteger),
  bound: optional(positive),
  clip: optional(positive),
};

/**
 * Checks that JSON describes a frame encoder.
 *
 * @returns the same object, typed
 * @throws {SerError} `invalid-option` that names the field, its requirement, and its value
 *
 * @example
 * parseFrameEncoderDescription({ kind: 'fisherVectors', nComponents: 32, dimensions: 48 });
 */
export function parseFrameEncoderDescription(json: unknown): FrameEncoderDescription {
  oneOf(frameEncoderKinds)(record(json, 'encoding')['kind'], 'encoding.kind');
  checkFields<FisherVectorDescription>(json, 'encoding', fisherVectorChecks);
  return json;
}
