import { ClassifierError } from '../errors.js';

/** Frames of a clip, such as the features of `FeatureExtractor`. */
export interface Frames {
  /** Row-major, `[nFrames, nFeatures]`. */
  readonly data: Float32Array;
  readonly nFrames: number;
  readonly nFeatures: number;
}

/**
 * Checks that there are frames, and that they have so many features.
 *
 * @throws {SerError} `shape-mismatch`
 */
export function checkFrames({ data, nFrames, nFeatures }: Frames, expected: number, clip = 'The clip'): void {
  if (nFeatures !== expected) {
    throw new ClassifierError(
      'shape-mismatch',
      `Expected frames of ${expected} features, got ${nFeatures}. ${clip} is described otherwise than those before it.`,
    );
  }
  if (nFrames >= 1 && data.length === nFrames * nFeatures) return;
  throw new ClassifierError(
    'shape-mismatch',
    `Expected at least one frame, and ${nFeatures} values of each. ${clip} has ${nFrames} frames and ${data.length} values.`,
  );
}

/** The error of frames that no mean can be taken of. */
export function framesNotFinite(): ClassifierError {
  return new ClassifierError('diverged', 'A value of a frame is not finite. Check the features of the clip.');
}
