import { ClassifierError } from '../errors.js';

/** One split of the training examples: rows to fit to, and rows to measure on. Both ascend. */
export interface InnerFold {
  readonly train: Int32Array;
  readonly heldOut: Int32Array;
}

export interface InnerFoldsOptions {
  /** Number of folds, at least 2; at most as many as there are groups are made. */
  readonly nFolds: number;
  readonly groups?: readonly string[] | undefined;
  readonly copies?: Uint8Array | undefined;
}

/**
 * Splits the training examples into folds of about equal size that keep every group together: groups are assigned from
 * the largest to the smallest, each to the smallest fold, as scikit-learn's `GroupKFold` does. Copies are fitted to,
 * never measured on.
 *
 * With fewer than two groups, the examples of each class are assigned to the folds in turn. Copies are then left out,
 * because it is unknown which examples they are copies of.
 *
 * @param y class of each example
 * @throws {SerError} `shape-mismatch` when a fold would have no examples to fit to or to measure on
 */
export function innerFolds(
  y: Int32Array,
  { nFolds, groups, copies }: InnerFoldsOptions,
): readonly InnerFold[] {
  const isOriginal = (row: number) => copies?.[row] !== 1;
  const sizes = sizesOf(groups ?? [], isOriginal);
  const folds =
    groups && sizes.size > 1
      ? foldsOfGroups(groups, sizes, Math.min(nFolds, sizes.size))
      : foldsOfClasses(y, isOriginal, nFolds);
  const nUsed = folds.reduce((most, fold) => Math.max(most, fold + 1), 1);
  const split = Array.from({ length: nUsed }, (_, fold) => ({
    train: rowsWhere(folds, (other) => other !== fold && other >= 0),
    heldOut: rowsWhere(folds, (other, row) => other === fold && isOriginal(row)),
  }));
  if (nUsed > 1) return split;
  throw new ClassifierError(
    'shape-mismatch',
    'Choosing settings needs at least two groups, or two examples of one class that are not copies; got fewer. Add training examples.',
  );
}

/** Number of originals of each group. */
function sizesOf(groups: readonly string[], isOriginal: (row: number) => boolean): Map<string, number> {
  const sizes = new Map<string, number>();
  groups.forEach((group, row) => {
    if (isOriginal(row)) sizes.set(group, (sizes.get(group) ?? 0) + 1);
  });
  return sizes;
}

/** @returns the fold of each row; -1 for groups that consist of copies only, which are left out */
function foldsOfGroups(
  groups: readonly string[],
  sizes: ReadonlyMap<string, number>,
  nFolds: number,
): Int32Array {
  const bySize = [...sizes].sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1));
  const foldSizes = Array.from({ length: nFolds }, () => 0);
  const foldOf = new Map<string, number>();
  for (const [group, size] of bySize) {
    const smallest = foldSizes.indexOf(Math.min(...foldSizes));
    foldOf.set(group, smallest);
    foldSizes[smallest]! += size;
  }
  return Int32Array.from(groups, (group) => foldOf.get(group) ?? -1);
}

/** @returns the fold of each row, -1 for copies */
function foldsOfClasses(y: Int32Array, isOriginal: (row: number) => boolean, nFolds: number): Int32Array {
  const folds = new Int32Array(y.length).fill(-1);
  const rows = Array.from(y.keys()).filter(isOriginal);
  rows.sort((a, b) => y[a]! - y[b]! || a - b);
  rows.forEach((row, turn) => (folds[row] = turn % nFolds));
  return folds;
}

function rowsWhere(folds: Int32Array, holds: (fold: number, row: number) => boolean): Int32Array {
  return Int32Array.from([...folds.keys()].filter((row) => holds(folds[row]!, row)));
}
