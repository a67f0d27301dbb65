import type { Examples } from '@ser/models';
import { featuresOf } from '../clipFeatures/extract.js';
import type { ExtractedClips } from '../clipFeatures/extract.js';
import type { ClipsNormalizer } from './fitNormalizer.js';

/** Some clips, normalised, as examples of shape `[rows.length, nFrames, nFeatures]`. */
export function normalise(
  clips: ExtractedClips,
  rows: readonly number[],
  normalizer: ClipsNormalizer,
): Examples {
  const size = clips.nFrames * clips.nFeatures;
  const data = new Float32Array(rows.length * size);
  for (const [index, row] of rows.entries()) {
    data.set(normalizer.of(row).apply(featuresOf(clips, row)).data, index * size);
  }
  return { data, shape: [rows.length, clips.nFrames, clips.nFeatures] };
}
