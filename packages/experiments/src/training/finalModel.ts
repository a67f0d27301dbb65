import type { FoldResult } from './crossValidate.js';
import type { ExtractedClips } from '../clipFeatures/extract.js';
import type { Fitted } from './fit.js';
import type { FoldRows } from './foldRows.js';
import type { Recipe } from '../recipe/recipe.js';
import { trainFold } from './trainFold.js';
import type { TrainOptions } from './trainFold.js';

/**
 * Which model a run leaves behind: `auto` takes the network of a single fold, which has never heard its test
 * clips, and refits on all clips after several folds; `refit` always refits; `none` leaves none.
 */
export type FinalModelChoice = 'auto' | 'refit' | 'none';

/** A trained network, and the clips that have shaped it. */
export interface FinalModel {
  readonly fitted: Fitted;
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
  clips: ExtractedClips,
  recipe: Recipe,
  folds: readonly FoldResult[],
  refit: FoldRows | undefined,
  options: TrainOptions,
): Promise<FinalModel | undefined> {
  for (const { fitted, rows } of folds) if (fitted) return { fitted, rows: heard(rows), refitted: false };
  if (refit === undefined) return undefined;
  const place = { role: 'main', fold: refit.name, index: folds.length, nFolds: folds.length } as const;
  options.onEvent?.({ type: 'refit', clips: refit.train.length });
  const { fitted } = await trainFold(clips, recipe, refit, { ...options, place, keepNetwork: true });
  return { fitted: fitted!, rows: heard(refit), refitted: true };
}

function heard({ train, validation }: FoldRows): readonly number[] {
  return [...train, ...validation].sort((a, b) => a - b);
}
