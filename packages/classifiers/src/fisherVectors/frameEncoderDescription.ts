import { checkFields, type FieldChecks, oneOf, optional, positive, positiveInteger, record } from '@ser/core';

/**
 * Fisher vectors: how the frames of a clip would have a Gaussian mixture, fitted to the frames of training clips, change.
 * A clip of any number of frames becomes `nComponents · (1 + 2 · dimensions)` numbers.
 */
export interface FisherVectorDescription {
  readonly kind: 'fisherVectors';
  /**
   * Gaussians of the mixture, an integer >= 1.
   *
   * @default 32
   */
  readonly nComponents?: number;
  /**
   * Principal components of the frames that are kept, whitened: an integer from 1 to the features of a frame.
   *
   * @default none: the features as they are, not rotated
   */
  readonly dimensions?: number;
  /**
   * Frames that scales, principal components and mixture are fitted to, an integer >= 1: drawn at random, an equal share
   * of each clip.
   *
   * @default 30000
   */
  readonly framesFitted?: number;
  /**
   * Where z-scores of frames are cut off, on either side, > 0.
   *
   * @default 4
   */
  readonly bound?: number;
  /**
   * Where z-scores of vectors are cut off, on either side, > 0.
   *
   * @default 3
   */
  readonly clip?: number;
}

/** What makes one row of numbers of a clip's frames, as JSON; told apart by `kind`. */
export type FrameEncoderDescription = FisherVectorDescription;

export const frameEncoderKinds = [
  'fisherVectors',
] as const satisfies readonly FrameEncoderDescription['kind'][];

/** A description, every setting that has a default filled in. */
export type FilledDescription = Required<Omit<FisherVectorDescription, 'dimensions'>> &
  Pick<FisherVectorDescription, 'dimensions'>;

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
 * Checks that JSON describes an encoder, and gives it a type.
 *
 * @throws {SerError} `invalid-network` that names the option, what it must be and what it is
 *
 * @example
 * parseFrameEncoderDescription({ kind: 'fisherVectors', nComponents: 32, dimensions: 48 });
 */
export function parseFrameEncoderDescription(json: unknown): FrameEncoderDescription {
  oneOf(frameEncoderKinds)(record(json, 'encoding')['kind'], 'encoding.kind');
  checkFields<FisherVectorDescription>(json, 'encoding', fisherVectorChecks);
  return json;
}
