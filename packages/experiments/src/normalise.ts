import type { Features } from '@ser/dsp';
import type { Examples } from '@ser/models';
import { Normalizer } from '@ser/recognizer';
import type { ExtractedClips } from './extract.js';

/** The normaliser of some clips: mean and deviation of each feature over all their frames. */
export function fitNormalizer(clips: ExtractedClips, rows: readonly number[]): Normalizer {
  return Normalizer.fit(rows.map((row) => featuresOf(clips, row)));
}

/** Some clips, normalised, as examples of shape `[rows.length, nFrames, nFeatures]`. */
export function normalise(clips: ExtractedClips, rows: readonly number[], normalizer: Normalizer): Examples {
  const size = clips.nFrames * clips.nFeatures;
  const data = new Float32Array(rows.length * size);
  for (const [index, row] of rows.entries()) {
    data.set(normalizer.apply(featuresOf(clips, row)).data, index * size);
  }
  return { data, shape: [rows.length, clips.nFrames, clips.nFeatures] };
}

function featuresOf({ data, nFrames, nFeatures, names }: ExtractedClips, row: number): Features {
  const size = nFrames * nFeatures;
  return { data: data.subarray(row * size, (row + 1) * size), nFrames, nFeatures, names };
}
