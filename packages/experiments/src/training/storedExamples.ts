import type { StoredExamples } from '@ser/classifiers';
import { featuresOf, type ExtractedClips } from '../features/extractedClips.js';
import { requireSameShape, type Preparation } from './examples.js';

/**
 * Some clips as input of a classifier that reads its examples block by block.
 *
 * @throws {SerError} `invalid-option` for clips with different numbers of frames
 */
export function storedExamplesOf(
  clips: ExtractedClips,
  rows: readonly number[],
  { normalizer }: Pick<Preparation, 'normalizer'>,
): StoredExamples {
  const { nFeatures } = clips;
  const nFrames = requireSameShape(clips);
  const size = nFrames * nFeatures;
  return {
    shape: [rows.length, nFrames, nFeatures],
    read(chosen) {
      const data = new Float32Array(chosen.length * size);
      chosen.forEach((index, i) => {
        const row = rows[index]!;
        data.set(normalizer.of(row).apply(featuresOf(clips, row)).data, i * size);
      });
      return data;
    },
  };
}
