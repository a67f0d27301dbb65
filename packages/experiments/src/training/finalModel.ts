import type { FoldResult } from './crossValidate.js';
import type { Fitted } from './fit.js';
import type { FoldRows } from './foldRows.js';
import { trainFold, type TrainingMember, type TrainOptions } from './trainFold.js';

/** A trained model, and the clips that were used to train it. */
export interface FinalModel {
  /** One per member of the recipe, in the same order. */
  readonly fitted: readonly Fitted[];
  /** Rows of the training and validation clips. */
  readonly rows: readonly number[];
  /** Whether it was trained again after the folds, also on clips that had been tested. */
  readonly refitted: boolean;
}

/**
 * The model to save, if any: the kept model of a fold, or one trained again, whose quality the folds estimate. The caller
 * disposes of it.
 *
 * @param refit the clips to train on again; `undefined` to train none
 */
export async function finalModel(
  members: readonly TrainingMember[],
  folds: readonly FoldResult[],
  refit: FoldRows | undefined,
  options: TrainOptions,
): Promise<FinalModel | undefined> {
  for (const { members, rows } of folds) {
    const fitted = members.flatMap((member) => member.fitted ?? []);
    if (fitted.length > 0) return { fitted, rows: trainedRows(rows), refitted: false };
  }
  if (refit === undefined) return undefined;
  const place = { role: 'main', fold: refit.name, index: folds.length, nFolds: folds.length } as const;
  options.onEvent?.({ type: 'refit', clips: refit.train.length });
  const trained = await trainFold(members, refit, { ...options, place, keepClassifiers: true });
  return { fitted: trained.map(({ fitted }) => fitted!), rows: trainedRows(refit), refitted: true };
}

function trainedRows({ train, validation }: FoldRows): readonly number[] {
  return [...train, ...validation].sort((a, b) => a - b);
}
