import type { Engine } from '@ser/models';
import { claimRunFolder } from '../files/runFolder.js';
import { explain } from '../measures/explain/explain.js';
import type { Explanation } from '../measures/explain/explanation.js';
import { requireExplainable } from '../measures/explain/requireExplainable.js';
import type { RunOutcome } from '../measures/metricsOfRun.js';
import type { StepOptions } from '../progress/stepOptions.js';
import { Stopwatch, runSeconds, sourceSeconds } from '../progress/stopwatch.js';
import type { DataFolder } from '../recipe/dataFolder.js';
import type { Recipe, SingleRecipe } from '../recipe/recipe.js';
import { resolveRecipe } from '../recipe/resolveRecipe.js';
import type { RecipeOverrides } from '../recipe/resolveRecipe.js';
import { takenCorpora } from '../recipe/takenCorpora.js';
import { crossValidate } from '../training/crossValidate.js';
import { finalModel, keepsFold } from '../training/finalModel.js';
import type { FinalModel, FinalModelChoice } from '../training/finalModel.js';
import type { TrainOptions } from '../training/trainFold.js';
import { openCheckpoints } from './openCheckpoints.js';
import { prepareRun } from './prepareRun.js';
import type { PreparedRun } from './prepareRun.js';
import type { RunResult } from './runResult.js';
import { UnfinishedRun } from './unfinishedRun.js';
import { report } from './writeRun.js';

export interface RunOptions extends RecipeOverrides, StepOptions {
  /** One folder for each corpus of the recipe, or of `corpora`; a recipe may leave the choice to what is given here. */
  readonly data: readonly DataFolder[];
  /** The run folder: absent, empty or a former run, which is written over. */
  readonly out: string;
  /** What computes, from `openEngine`. */
  readonly engine: Engine;
  /**
   * Whether to go on with the run that broke off in `out`; one that had not come so far as to train is begun anew. With
   * the same recipe, recordings and engine, the result is what it would have been, byte for byte. @default false
   */
  readonly resume?: boolean;
  /** Which model to leave in `model/`. @default 'auto' */
  readonly finalModel?: FinalModelChoice;
  /** Whether to tell in `explain.json` which features carry each emotion in that model; for linear ones. @default false */
  readonly explain?: boolean;
  /** Threads that compute features; the features are the same for any number. @default 1: the caller's own */
  readonly workers?: number;
  /** A folder where features are kept, so that no run computes them again of the same recordings. @default nowhere */
  readonly cache?: string;
  /** The clock, in milliseconds from any moment on. @default performance.now */
  readonly now?: () => number;
}

/**
 * An experiment from audio files to a report: scan, split, extract, augment, then for each fold normalise, fit, predict
 * and score, then the model to leave behind. Where the recipe has a split of its source, that is run as well.
 *
 * The run folder receives `recipe.json` and `split.json` before training, `checkpoints/` during it, and `history.csv`,
 * `predictions.csv`, `metrics.json`, `report.html`, `charts/` and `model/` after it, when the checkpoints go; `source/` has the
 * tables of the source's split. The same recipe, data and engine give the same `predictions.csv`, byte for byte.
 *
 * @throws {SerError} `invalid-recipe`, `missing-data`, `unknown-label`, `out-not-empty`,
 *   `out-not-writable`, `nothing-to-resume`, `cannot-resume`, `too-many-unreadable`, `too-few-clips`, `invalid-option`
 * @throws {SerError} when a folder is not the corpus it should be, or cannot be split as asked
 * @throws {SerError} when the network does not fit the features, or training diverges
 *
 * @example
 * const { metrics } = await run(findRecipe('ravdess-cnn'), {
 *   data: [{ corpus: 'ravdess', folder: 'data/ravdess' }],
 *   out: 'runs/ravdess',
 *   engine: await openEngine('auto'),
 * });
 * metrics.pooled.uar; // in [0, 1]; metrics.chance is what guessing gives
 */
export async function run(recipe: Recipe, options: RunOptions): Promise<RunResult> {
  const { out, engine, signal, onEvent, finalModel: choice = 'auto', explain: explains = false } = options;
  const stopwatch = new Stopwatch(options.now ?? (() => performance.now()));
  const corpora = takenCorpora(recipe, options);
  const resolved = resolveRecipe(recipe, { ...options, ...(corpora && { corpora }) });
  const explained = explains ? requireExplainable(resolved, choice) : undefined;
  await claimRunFolder(out, 'run');
  const unfinished = options.resume ? await UnfinishedRun.find(out) : undefined;
  unfinished?.requireSetup(resolved, engine);
  onEvent?.({ type: 'engine', name: engine.name, description: engine.description });

  const prepared = await prepareRun(resolved, { ...options, finalModel: choice, stopwatch });
  const checkpoints = await openCheckpoints(out, prepared, { unfinished, engine, stopwatch });
  const training = { engine, stopwatch, checkpoints, signal, onEvent };
  const outcome = await train(prepared, keepsFold(choice, prepared.main.folds.length), training);
  try {
    const explanation = explained && explainModel(prepared, outcome.model!, explained);
    const result = await report(out, { ...outcome, explanation }, onEvent);
    await checkpoints.remove();
    return result;
  } finally {
    outcome.model?.fitted.forEach(({ classifier }) => classifier.dispose());
  }
}

/** Of a recipe of one classifier, which `requireExplainable` has seen to. */
function explainModel(
  { members }: PreparedRun,
  { rows, fitted }: FinalModel,
  recipe: SingleRecipe,
): Explanation {
  return explain(members[0]!.pool, { rows, fitted: fitted[0]! }, recipe);
}

/** Trains and tests all that was prepared. */
async function train(
  { recipe, listing, clips, members, main, source, refit }: PreparedRun,
  keepNetworks: boolean,
  options: TrainOptions,
): Promise<RunOutcome> {
  const { engine, stopwatch } = options;
  const folds = await crossValidate(members, main.folds, { ...options, role: 'main', keepNetworks });
  const model = await finalModel(members, folds, refit, options);
  const sourceFolds =
    source &&
    (await crossValidate(members, source.folds, { ...options, role: 'source', keepNetworks: false }));
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
