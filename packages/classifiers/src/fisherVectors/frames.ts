import { ClassifierError } from '../errors.js';

/** The frames of a clip, such as its low-level descriptors. */
export interface Frames {
  /** Row-major, `[nFrames, nFeatures]`. */
  readonly data: Float32Array;
  readonly nFrames: number;
  readonly nFeatures: number;
}

/**
 * Checks that a clip has frames with the expected number of features.
 *
 * @throws {SerError} `shape-mismatch`
 */
export function checkFrames({ data, nFrames, nFeatures }: Frames, expected: number, clip = 'The clip'): void {
  if (nFeatures !== expected) {
    throw new ClassifierError(
      'shape-mismatch',
      `${clip} must have ${expected} features per frame; got ${nFeatures}. Extract all clips with the same settings.`,
    );
  }
  if (nFrames >= 1 && data.length === nFrames * nFeatures) return;
  throw new ClassifierError(
    'shape-mismatch',
    `${clip} must have at least one frame and ${nFeatures} values per frame; got ${nFrames} frames and ${data.length} values.`,
  );
}

/** The error of frames with NaN or infinite values. */
export function framesNotFinite(): ClassifierError {
  return new ClassifierError(
    'diverged',
    'A value of a frame is NaN or infinite. Check the features of the clip.',
  );
}
