import type { Fold } from '@ser/datasets';
import { ExperimentError } from '../errors.js';
import type { ExtractedClips } from '../features/extract.js';

/** A fold as rows of the extracted clips. */
export interface FoldRows {
  readonly name: string;
  readonly train: readonly number[];
  readonly validation: readonly number[];
  readonly test: readonly number[];
}

/**
 * Finds a fold's clips among the extracted ones; clips that were skipped drop out.
 *
 * @throws {SerError} `too-few-clips` when a side that had clips has none left
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
      `Fold ${fold.name} has no readable clip on its \`${side}\` side. Repair the clips, or choose another split.`,
    );
  }
  return rows;
}
