import type { FoldResult } from './crossValidate.js';
import type { Fitted } from './fit.js';
import type { FoldRows } from './foldRows.js';
import type { TrainOptions } from './trainFold.js';
import { trainMembers } from './trainMembers.js';
import type { TrainingMember } from './trainingMember.js';

/**
 * Which model a run leaves behind: `auto` takes the network of a single fold, which has never heard its test
 * clips, and refits on all clips after several folds; `refit` always refits; `none` leaves none.
 */
export type FinalModelChoice = 'auto' | 'refit' | 'none';

/** A trained model, and the clips that have shaped it. */
export interface FinalModel {
  /** One for each classifier of the recipe, in their order. */
  readonly fitted: readonly Fitted[];
  /** Rows of the extracted clips: those trained on, and those watched for validation. */
  readonly rows: readonly number[];
  /** Whether it was trained anew after the folds, on clips that were tested included. */
  readonly refitted: boolean;
}

/** Whether the run ends with a training on all clips. */
export function refits(choice: FinalModelChoice, nFolds: number): boolean {
  return choice === 'refit' || (choice === 'auto' && nFolds > 1);
}

/** Whether the network of a fold is to become the final model. */
export function keepsFold(choice: FinalModelChoice, nFolds: number): boolean {
  return choice === 'auto' && nFolds === 1;
}

/**
 * The model to leave behind, if any: the network that was kept of a fold, or else one trained anew, which is worth
 * what the folds before it tell. The caller disposes of it.
 *
 * @param refit what is learnt from anew; `undefined` when nothing is
 */
export async function finalModel(
  members: readonly TrainingMember[],
  folds: readonly FoldResult[],
  refit: FoldRows | undefined,
  options: TrainOptions,
): Promise<FinalModel | undefined> {
  for (const { members, rows } of folds) {
    const fitted = members.flatMap((member) => member.fitted ?? []);
    if (fitted.length > 0) return { fitted, rows: heard(rows), refitted: false };
  }
  if (refit === undefined) return undefined;
  const place = { role: 'main', fold: refit.name, index: folds.length, nFolds: folds.length } as const;
  options.onEvent?.({ type: 'refit', clips: refit.train.length });
  const trained = await trainMembers(members, refit, { ...options, place, keepNetwork: true });
  return { fitted: trained.map(({ fitted }) => fitted!), rows: heard(refit), refitted: true };
}

function heard({ train, validation }: FoldRows): readonly number[] {
  return [...train, ...validation].sort((a, b) => a - b);
}
