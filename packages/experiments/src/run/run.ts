import type { Engine } from '@ser/models';
import { claimRunFolder } from '../files/runFolder.js';
import { explain } from '../measures/explain/explain.js';
import type { Explanation } from '../measures/explain/explanation.js';
import { requireExplainable } from '../measures/explain/requireExplainable.js';
import type { RunOutcome } from '../measures/metricsOfRun.js';
import type { StepOptions } from '../progress/stepOptions.js';
import { runSeconds, sourceSeconds, Stopwatch } from '../progress/stopwatch.js';
import type { DataFolder } from '../recipe/dataFolder.js';
import type { Recipe } from '../recipe/recipe.js';
import { resolveRecipe, type RecipeOverrides } from '../recipe/resolveRecipe.js';
import { crossValidate } from '../training/crossValidate.js';
import { finalModel, type FinalModel } from '../training/finalModel.js';
import { keepsFold, type FinalModelChoice } from '../training/finalModelChoice.js';
import type { TrainOptions } from '../training/trainFold.js';
import { openCheckpoints } from './openCheckpoints.js';
import { prepareRun, type PreparedRun } from './prepareRun.js';
import type { RunResult } from './runResult.js';
import { UnfinishedRun } from './unfinishedRun.js';
import { writeRun } from './writeRun.js';

export interface RunOptions extends RecipeOverrides, StepOptions {
  /** One folder for each corpus of the recipe, or of `corpora`; some recipes use only the corpora given here. */
  readonly data: readonly DataFolder[];
  /** The run folder: new, empty, or one with an earlier run, which is overwritten. */
  readonly out: string;
  /** The compute engine, from `openEngine`. */
  readonly engine: Engine;
  /**
   * Whether to resume the interrupted run in `out`; a run that was interrupted before training starts again. With the same
   * recipe, recordings, and engine, the result is the same as without the interruption, byte for byte. @default false
   */
  readonly resume?: boolean;
  /** Which model to save in `model/`. @default 'auto' */
  readonly finalModel?: FinalModelChoice;
  /** Whether to write which features carry each emotion to `explain.json`; for linear models. @default false */
  readonly explain?: boolean;
  /** Worker threads that compute features; the features do not depend on their number. @default 1: the main thread */
  readonly workers?: number;
  /** A folder that caches features, so that later runs on the same recordings do not compute them again. @default no cache */
  readonly cache?: string;
  /** Current time in milliseconds, from any starting point. @default performance.now */
  readonly now?: () => number;
}

/**
 * Runs an experiment from audio files to a report: scan, split, extract, augment; then for each fold normalize, fit,
 * predict, and score; then train the model to save. If the recipe has a split of its source, that is run as well.
 *
 * Files in the run folder: `recipe.json` and `split.json` are written before training, `checkpoints/` during training.
 * `history.csv`, `predictions.csv`, `metrics.json`, `report.html`, `charts/`, and `model/` are written at the end, when
 * the checkpoints are deleted. `source/` has the tables of the source's split. The same recipe, data, and engine give the
 * same `predictions.csv`, byte for byte.
 *
 * @throws {SerError} `invalid-recipe`, `missing-data`, `unknown-label`, `out-not-empty`, `out-not-writable`,
 *   `nothing-to-resume`, `cannot-resume`, `too-many-unreadable`, `too-few-clips`, `invalid-option`
 * @throws {SerError} if a folder is not the expected corpus, or cannot be split as requested
 * @throws {SerError} if the network does not fit the features, or training diverges
 *
 * @example
 * const { metrics } = await run(findRecipe('ravdess-cnn'), {
 *   data: [{ corpus: 'ravdess', folder: 'data/ravdess' }],
 *   out: 'runs/ravdess',
 *   engine: await openEngine('auto'),
 * });
 * metrics.pooled.uar; // in [0, 1]; metrics.chance is the UAR of guessing
 */
export async function run(recipe: Recipe, options: RunOptions): Promise<RunResult> {
  const { out, engine, signal, onEvent, finalModel: choice = 'auto' } = options;
  const stopwatch = new Stopwatch(options.now ?? (() => performance.now()));
  const resolved = resolveRecipe(recipe, options);
  if (options.explain) requireExplainable(resolved, choice);
  await claimRunFolder(out, 'run');
  const unfinished = options.resume ? await UnfinishedRun.find(out) : undefined;
  unfinished?.requireSetup(resolved, engine);
  onEvent?.({ type: 'engine', name: engine.name, description: engine.description });

  const prepared = await prepareRun(resolved, { ...options, finalModel: choice, stopwatch });
  const checkpoints = await openCheckpoints(out, prepared, { unfinished, engine, stopwatch });
  const training = { recipe: resolved, engine, stopwatch, checkpoints, signal, onEvent };
  const outcome = await train(prepared, keepsFold(choice, prepared.main.folds.length), training);
  try {
    const explanation = options.explain ? await explainModel(prepared, outcome.model!) : undefined;
    const result = await writeRun(out, { ...outcome, explanation }, onEvent);
    await checkpoints.remove();
    return result;
  } finally {
    outcome.model?.fitted.forEach(({ classifier }) => classifier.dispose());
  }
}

/** `requireExplainable` has checked that the recipe has one member. */
function explainModel({ recipe, members }: PreparedRun, { rows, fitted }: FinalModel): Promise<Explanation> {
  const { name, labels } = recipe;
  const { pool, features } = members[0]!;
  return explain(pool, { rows, fitted: fitted[0]! }, { name, labels, features });
}

/** Trains and tests everything that was prepared. */
async function train(
  { recipe, listing, clips, members, main, source, refit }: PreparedRun,
  keepClassifiers: boolean,
  options: TrainOptions,
): Promise<RunOutcome> {
  const { engine, stopwatch } = options;
  const folds = await crossValidate(members, main.folds, { ...options, role: 'main', keepClassifiers });
  const model = await finalModel(members, folds, refit, options);
  const sourceOptions = { ...options, role: 'source', keepClassifiers: false } as const;
  const sourceFolds = source && (await crossValidate(members, source.folds, sourceOptions));
  const timings = stopwatch.read();
  return {
    recipe,
    listing,
    clips,
    split: main.split,
    folds,
    seconds: runSeconds(timings),
    ...(source && {
      source: { split: source.split, folds: sourceFolds!, seconds: sourceSeconds(timings) },
    }),
    model,
    engine,
  };
}
