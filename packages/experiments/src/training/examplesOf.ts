import type { FrameEncoder, Examples } from '@ser/classifiers';
import type { ExtractedClips } from '../features/extract.js';
import type { ClipsNormalizer } from './normalize/fitNormalizer.js';
import { normalise } from './normalize/normalize.js';

/** What stands between the features of a clip and its classifier. */
export interface Preparation {
  readonly normalizer: ClipsNormalizer;
  /** Where the recipe encodes frames. */
  readonly encoding?: Encoding | undefined;
}

export interface Encoding {
  readonly encoder: FrameEncoder;
  /** What it makes of all clips. */
  readonly clips: ExtractedClips;
  /** What brings that to comparable scales once more, where speakers are normalised apart. */
  readonly normalizer?: ClipsNormalizer | undefined;
}

/**
 * Some clips as their classifier takes them: normalised, of shape `[rows.length, nFrames, nFeatures]`, and where frames
 * are encoded `[rows.length, 1, nOutputs]`.
 */
export function examplesOf(
  clips: ExtractedClips,
  rows: readonly number[],
  { normalizer, encoding }: Preparation,
): Examples {
  return encoding === undefined
    ? normalise(clips, rows, normalizer)
    : normalise(encoding.clips, rows, encoding.normalizer);
}
