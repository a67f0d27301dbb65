import type { Classifier } from '@ser/classifiers';
import type { ExtractedClips } from '../features/extractedClips.js';
import { examplesOf, type Preparation } from './examples.js';

/** Clips that are read and predicted at a time if their features are in a file. */
const blockRows = 4096;

/**
 * The probabilities of some clips, row-major `[rows.length, nClasses]`. Features that are in a file are read block by
 * block.
 */
export async function predictRows(
  clips: ExtractedClips,
  rows: readonly number[],
  { classifier, ...preparation }: Preparation & { readonly classifier: Classifier },
): Promise<Float32Array> {
  if (!clips.stored) return classifier.predictProbabilities(examplesOf(clips, rows, preparation));
  const probabilities = new Float32Array(rows.length * classifier.nClasses);
  for (let start = 0; start < rows.length; start += blockRows) {
    const block = rows.slice(start, start + blockRows);
    const ofBlock = await classifier.predictProbabilities(examplesOf(clips, block, preparation));
    probabilities.set(ofBlock, start * classifier.nClasses);
  }
  return probabilities;
}
