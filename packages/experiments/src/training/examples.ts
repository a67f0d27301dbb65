import type { Examples, FrameEncoder } from '@ser/classifiers';
import { ExperimentError } from '../errors.js';
import { featuresOf, type ExtractedClips } from '../features/extractedClips.js';
import type { ClipsNormalizer } from './normalize/fitNormalizer.js';

/** What is fitted on the training clips before the classifier. */
export interface Preparation {
  readonly normalizer: ClipsNormalizer;
  /** Only if the member encodes frames. */
  readonly encoding?: Encoding | undefined;
}

/** The encoded frames of all clips. */
export interface Encoding {
  readonly encoder: FrameEncoder;
  /** One row per clip. */
  readonly clips: ExtractedClips;
  /** Normalizes the rows again, if normalization is per speaker. */
  readonly normalizer?: ClipsNormalizer | undefined;
}

/**
 * Some clips as input of their classifier: normalized, of shape `[rows.length, nFrames, nFeatures]`, or with encoded
 * frames `[rows.length, 1, nOutputs]`.
 *
 * @throws {SerError} `invalid-option` for clips with different numbers of frames
 */
export function examplesOf(
  clips: ExtractedClips,
  rows: readonly number[],
  { normalizer, encoding }: Preparation,
): Examples {
  return encoding === undefined
    ? stack(clips, rows, normalizer)
    : stack(encoding.clips, rows, encoding.normalizer);
}

function stack(
  clips: ExtractedClips,
  rows: readonly number[],
  normalizer: ClipsNormalizer | undefined,
): Examples {
  const { nFeatures } = clips;
  const nFrames = requireSameShape(clips);
  const size = nFrames * nFeatures;
  const data = new Float32Array(rows.length * size);
  for (const [index, row] of rows.entries()) {
    const features = featuresOf(clips, row);
    data.set((normalizer?.of(row).apply(features) ?? features).data, index * size);
  }
  return { data, shape: [rows.length, nFrames, nFeatures] };
}

/**
 * The number of frames of every clip.
 *
 * @throws {SerError} `invalid-option` for clips with different numbers of frames
 */
export function requireSameShape({ nFrames }: Pick<ExtractedClips, 'nFrames'>): number {
  if (nFrames !== undefined) return nFrames;
  throw new ExperimentError(
    'invalid-option',
    '`features` must give every clip the same shape; got neither `segment` nor `functionals`. Add one of them.',
  );
}
