import type { Fold } from '@ser/datasets';
import { ExperimentError } from '../errors.js';
import type { ExtractedClips } from '../features/extractedClips.js';

/** A fold as rows of the extracted clips. */
export interface FoldRows {
  readonly name: string;
  readonly train: readonly number[];
  readonly validation: readonly number[];
  readonly test: readonly number[];
}

/**
 * Finds the clips of a fold among the extracted ones; skipped clips are dropped.
 *
 * @throws {SerError} `too-few-clips` if a side that had clips has none left
 */
export function foldRows(fold: Fold, { utterances }: Pick<ExtractedClips, 'utterances'>): FoldRows {
  const rowOf = new Map(utterances.map(({ id }, row) => [id, row]));
  const usable = (ids: readonly string[]) => ids.flatMap((id) => rowOf.get(id) ?? []);
  const rows = {
    name: fold.name,
    train: usable(fold.train),
    validation: usable(fold.validation),
    test: usable(fold.test),
  };
  for (const side of ['train', 'validation', 'test'] as const) {
    if (rows[side].length > 0 || fold[side].length === 0) continue;
    throw new ExperimentError(
      'too-few-clips',
      `Every side of a fold must have usable clips; got none on the \`${side}\` side of fold ${fold.name}. Repair the clips, or choose another split.`,
    );
  }
  return rows;
}
