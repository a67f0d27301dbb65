import { sourceOf } from '@ser/datasets';
import type { ExtractedClips } from '../features/extractedClips.js';

/** The rows to train on in a fold: its training clips, then their augmented copies, if there are any. */
export function trainingRows(
  { utterances }: Pick<ExtractedClips, 'utterances'>,
  train: readonly number[],
): readonly number[] {
  const trained = new Set(train.map((row) => utterances[row]!.id));
  const copies = utterances.flatMap(({ id }, row) =>
    sourceOf(id) !== id && trained.has(sourceOf(id)) ? [row] : [],
  );
  return [...train, ...copies];
}
