import type { Engine } from '@ser/models';
import type { FoldResult } from './crossValidate.js';
import type { ExtractedClips } from './extract.js';
import { fit } from './fit.js';
import type { Fitted } from './fit.js';
import type { Recipe } from './recipe.js';
import type { StepOptions } from './stepOptions.js';
import type { Stopwatch } from './stopwatch.js';

/**
 * Which model a run leaves behind: `auto` takes the network of a single fold, which has never heard its test
 * clips, and refits on all clips after several folds; `refit` always refits; `none` leaves none.
 */
export type FinalModelChoice = 'auto' | 'refit' | 'none';

/** A trained network, and the clips it was trained on. */
export interface FinalModel {
  readonly fitted: Fitted;
  /** Rows of the extracted clips. */
  readonly rows: readonly number[];
  /** Whether it was trained anew on all clips, those that were tested included. */
  readonly refitted: boolean;
}

/** The fold name under which the history of a refit is kept. */
export const REFIT = 'final';

export interface FinalModelOptions extends StepOptions {
  readonly engine: Engine;
  readonly stopwatch: Stopwatch;
}

/** Whether the network of a fold is to become the final model. */
export function keepsFold(choice: FinalModelChoice, nFolds: number): boolean {
  return choice === 'auto' && nFolds === 1;
}

/**
 * The model to leave behind, if any: the network that was kept of a fold, or else one trained anew on all clips,
 * which is worth what the folds before it tell. The caller disposes of it.
 */
export async function finalModel(
  clips: ExtractedClips,
  recipe: Recipe,
  folds: readonly FoldResult[],
  choice: FinalModelChoice,
  { engine, stopwatch, signal, onEvent }: FinalModelOptions,
): Promise<FinalModel | undefined> {
  if (choice === 'none') return undefined;
  for (const { fitted, rows } of folds) if (fitted) return { fitted, rows: rows.train, refitted: false };
  const rows = clips.utterances.map((_, row) => row);
  const place = { fold: REFIT, index: folds.length, nFolds: folds.length };
  const { epochs } = recipe.training;
  onEvent?.({ type: 'refit', clips: rows.length });
  const fitted = await stopwatch.time('train', () =>
    fit(clips, recipe, {
      train: rows,
      engine,
      signal,
      onEpoch: (record) => onEvent?.({ type: 'epoch', ...place, record, epochs }),
      onWarning: ({ code, message }) => onEvent?.({ type: 'warning', code, message }),
    }),
  );
  return { fitted, rows, refitted: true };
}
