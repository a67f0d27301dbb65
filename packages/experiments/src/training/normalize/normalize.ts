import type { Examples } from '@ser/classifiers';
import { ExperimentError } from '../../errors.js';
import { featuresOf } from '../../features/extract.js';
import type { ExtractedClips } from '../../features/extract.js';
import type { ClipsNormalizer } from './fitNormalizer.js';

/**
 * Some clips, normalised if by anything, as examples of shape `[rows.length, nFrames, nFeatures]`.
 *
 * @throws {SerError} `invalid-option` for clips that differ in their number of frames
 */
export function normalise(
  clips: ExtractedClips,
  rows: readonly number[],
  normalizer: ClipsNormalizer | undefined,
): Examples {
  const { nFrames, nFeatures } = clips;
  if (nFrames === undefined) {
    throw new ExperimentError(
      'invalid-option',
      '`features` must give every clip the same shape, got neither `segment` nor `functionals`. Add one of them.',
    );
  }
  const size = nFrames * nFeatures;
  const data = new Float32Array(rows.length * size);
  for (const [index, row] of rows.entries()) {
    const features = featuresOf(clips, row);
    data.set((normalizer?.of(row).apply(features) ?? features).data, index * size);
  }
  return { data, shape: [rows.length, nFrames, nFeatures] };
}
