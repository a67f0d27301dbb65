import { DatasetError } from '../errors.js';
import type { Utterance } from '../utterance.js';
import type { Fold } from './split.js';

/** The three sides of a fold; `validation` is empty unless the split has a `validationFraction`. */
export interface FoldSides<T> {
  readonly train: readonly T[];
  readonly validation: readonly T[];
  readonly test: readonly T[];
}

/**
 * The utterances on each side of a fold, in the order of `utterances`.
 *
 * @param utterances those that the split was made from
 * @throws {SerError} `invalid-split` if the fold contains an id that is not among the utterances
 *
 * @example
 * const split = makeSplit(utterances, { kind: 'speaker' }, { seed: 1 });
 * const { train, test } = foldUtterances(split.folds[0], utterances);
 */
export function foldUtterances(fold: Fold, utterances: readonly Utterance[]): FoldSides<Utterance> {
  const { train, validation, test } = foldRows(fold, utterances);
  const pick = (rows: readonly number[]) => rows.map((row) => utterances[row]!);
  return { train: pick(train), validation: pick(validation), test: pick(test) };
}

/**
 * The positions in `utterances` of each side of a fold, ascending. Use them to select rows of features that you
 * extracted in the order of `utterances`.
 *
 * @param utterances those that the split was made from
 * @throws {SerError} `invalid-split` if the fold contains an id that is not among the utterances
 *
 * @example
 * const { train, test } = foldRows(split.folds[0], utterances);
 * const trainingFeatures = train.map((row) => features[row]);
 */
export function foldRows(fold: Fold, utterances: readonly Utterance[]): FoldSides<number> {
  const rowOf = new Map(utterances.map(({ id }, row) => [id, row]));
  const rowsOf = (ids: readonly string[]) =>
    ids
      .map((id) => {
        const row = rowOf.get(id);
        if (row === undefined) throw unknownId(fold, id);
        return row;
      })
      .sort((a, b) => a - b);
  return { train: rowsOf(fold.train), validation: rowsOf(fold.validation), test: rowsOf(fold.test) };
}

function unknownId({ name }: Fold, id: string): DatasetError {
  return new DatasetError(
    'invalid-split',
    `Fold \`${name}\` contains \`${id}\`, which is not among the utterances. Pass the utterances that the split was ` +
      'made from.',
  );
}
