import type { FrameEncoderFiles } from './frameEncoder.js';
import { filled } from './frameEncoderDescription.js';
import { type EncoderArrays, readEncoderFiles } from './frameEncoderFiles.js';

/** The numbers of a fitted Fisher vector encoder, for programs that compute the vectors themselves. */
export interface FisherVectorParts extends EncoderArrays {
  /** Limit of the z-scores of frames. */
  readonly bound: number;
  /** Limit of the z-scores of vectors. */
  readonly clip: number;
}

/**
 * Reads a saved frame encoder as numbers.
 *
 * @throws {SerError} `invalid-model-files` when a file is missing, cut short, or not a frame encoder; `file` names it
 */
export function fisherVectorParts(files: FrameEncoderFiles): FisherVectorParts {
  const { description, arrays } = readEncoderFiles(files);
  const { bound, clip } = filled(description);
  return { ...arrays, bound, clip };
}
