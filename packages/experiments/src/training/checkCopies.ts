import { checkSplit } from '@ser/datasets';
import type { ExtractedClips } from '../features/extract.js';
import type { FoldRows } from './foldRows.js';
import { trainingRows } from './trainingRows.js';

/**
 * Refuses augmented copies on the wrong side. It cannot happen by the way copies are added to a fold; a figure that
 * leaked by them has fooled many, so it is looked at all the same.
 *
 * @param pool recordings and copies
 * @throws {SerError} `leak` when a copy is on another side than its recording
 */
export function checkCopies(pool: ExtractedClips, folds: readonly FoldRows[]): void {
  const { utterances } = pool;
  const ids = (rows: readonly number[]) => rows.map((row) => utterances[row]!.id);
  const tested = folds.filter(({ test }) => test.length > 0);
  const split = {
    kind: 'copies',
    protocol: '',
    seed: 0,
    speakerIndependent: false, // speakers have been checked when the split was made
    folds: tested.map(({ name, train, validation, test }) => ({
      name,
      train: ids(trainingRows(pool, train)),
      validation: ids(validation),
      test: ids(test),
    })),
  };
  checkSplit(split, utterances);
}
