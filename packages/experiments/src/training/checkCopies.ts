import { checkSplit } from '@ser/datasets';
import type { ExtractedClips } from '../features/extractedClips.js';
import type { FoldRows } from './foldRows.js';
import { trainingRows } from './trainingRows.js';

/**
 * Refuses augmented copies on the wrong side of a fold. `trainingRows` never puts them there, but such leaks are a common
 * mistake in published results, so this is checked nevertheless.
 *
 * @param pool recordings and augmented copies
 * @throws {SerError} `leak` if a copy is not on the same side as its recording
 */
export function checkCopies(pool: ExtractedClips, folds: readonly FoldRows[]): void {
  const { utterances } = pool;
  const ids = (rows: readonly number[]) => rows.map((row) => utterances[row]!.id);
  const tested = folds.filter(({ test }) => test.length > 0);
  const split = {
    kind: 'copies',
    protocol: '',
    seed: 0,
    speakerIndependent: false, // speakers were checked when the split was made
    folds: tested.map(({ name, train, validation, test }) => ({
      name,
      train: ids(trainingRows(pool, train)),
      validation: ids(validation),
      test: ids(test),
    })),
  };
  checkSplit(split, utterances);
}
