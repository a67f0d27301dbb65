import { join } from 'node:path';
import type { Utterance } from '@ser/datasets';
import type { Engine } from '@ser/models';
import { dataSources } from '../data/dataSources.js';
import type { Executor } from '../executor/executor.js';
import type { RunJobs } from '../executor/runJobs.js';
import { FeatureFiles } from '../features/featureFiles.js';
import type { WorkOptions } from '../features/workClips.js';
import { resolveEncoders } from '../features/resolveEncoders.js';
import { claimRunFolder, runFiles } from '../files/runFolder.js';
import { explain } from '../measures/explain/explain.js';
import type { Explanation } from '../measures/explain/explanation.js';
import { requireExplainable } from '../measures/explain/requireExplainable.js';
import type { RunOutcome } from '../measures/metricsOfRun.js';
import type { StepOptions } from '../progress/stepOptions.js';
import { runSeconds, sourceSeconds, Stopwatch } from '../progress/stopwatch.js';
import type { Recipe } from '../recipe/recipe.js';
import { resolveRecipe, type RecipeOverrides } from '../recipe/resolveRecipe.js';
import { featuresFolder, removeCheckpoints } from '../training/checkpoint/checkpoints.js';
import { crossValidate } from '../training/crossValidate.js';
import { finalModel, type FinalModel } from '../training/finalModel.js';
import { keepsFold, type FinalModelChoice } from '../training/finalModelChoice.js';
import { predictDimensions } from '../training/predictDimensions.js';
import type { TrainOptions } from '../training/trainFold.js';
import { trainInJobs } from '../training/trainInJobs.js';
import { beginJobs, foldTrainings } from './runTrainings.js';
import { earlierRun } from './earlierRun.js';
import { openCheckpoints } from './openCheckpoints.js';
import { planRun, prepareRun, type PreparedRun, type PrepareOptions, type RunPlan } from './prepareRun.js';
import { engineIdentity, runIdentity } from './runIdentity.js';
import type { RunResult } from './runResult.js';
import { UnfinishedRun } from './unfinishedRun.js';
import { writeRun } from './writeRun.js';

export interface RunOptions extends RecipeOverrides, StepOptions {
  /**
   * Your own utterances, from `readManifest` or made in code; each corpus that they name is used in addition to those in
   * `data`. At least one of `data` and `utterances` is needed. @default none
   */
  readonly utterances?: readonly Utterance[];
  /** The run folder: new, empty, or one with an earlier run that is resumed or overwritten. */
  readonly out: string;
  /** The compute engine, from `openEngine`. */
  readonly engine: Engine;
  /**
   * Whether to resume the interrupted run in `out`, if there is one. Features that are computed, and epochs that are
   * finished, are not repeated. With the same recipe, recordings, and engine, the result is the same as without the
   * interruption, byte for byte. @default false
   */
  readonly resume?: boolean;
  /** Whether to replace an earlier run in `out`, interrupted or finished. @default false */
  readonly overwrite?: boolean;
  /** Which model to save in `model/`. @default 'auto' */
  readonly finalModel?: FinalModelChoice;
  /** Whether to write which features carry each emotion to `explain.json`; for linear models. @default false */
  readonly explain?: boolean;
  /** Worker threads that compute features; the features do not depend on their number. @default 1: the main thread */
  readonly workers?: number;
  /** Computes features and trainings, for example on other machines; then `workers` is not used. @default this machine */
  readonly executor?: Executor | undefined;
  /** A folder that caches features, so that later runs on the same recordings do not compute them again. @default a folder in `out`, until the run is finished */
  readonly cache?: string;
  /**
   * Features of up to this many bytes are kept in memory. Larger ones are read from a file in `out`, until the run is
   * finished, and linear ridge classifiers are then fitted to them block by block, with the same results up to rounding.
   * With an executor, all features are kept in memory. @default 805306368 (768 MiB)
   */
  readonly featureMemory?: number;
  /** The command that started the run, for the report. @default a command that reads `recipe.json` */
  readonly command?: string;
  /** The date in the report, `YYYY-MM-DD`. @default today (UTC) */
  readonly date?: string;
  /** Current time in milliseconds, from any starting point. @default performance.now */
  readonly now?: () => number;
}

/**
 * Runs an experiment from audio files to a report: scan, split, extract, augment; then for each fold normalize, fit,
 * predict, and score; then train the model to save. If the recipe has a split of its source, that is run as well.
 *
 * Files in the run folder: `checkpoints/` has the computed features and the state of training, `recipe.json` and
 * `split.json` are written before training. `history.csv`, `predictions.csv`, `metrics.json`, `report.html`, `charts/`, and `model/` are written at the end, when
 * the checkpoints are deleted. `source/` has the tables of the source's split. The same recipe, data, and engine give the
 * same `predictions.csv`, byte for byte.
 *
 * @throws {SerError} `invalid-recipe`, `missing-data`, `unknown-label`, `out-not-empty`, `out-not-writable`,
 *   `out-in-use`, `disk-full`, `unfinished-run`, `finished-run`, `nothing-to-resume`, `cannot-resume`,
 *   `damaged-checkpoint`, `too-many-unreadable`, `too-few-clips`, `invalid-option`
 * @throws {SerError} if a folder is not the expected corpus, or cannot be split as requested
 * @throws {SerError} if a speech encoder that the recipe names by `model` cannot be opened
 * @throws {SerError} if the network does not fit the features, or training diverges
 *
 * @example
 * const { metrics } = await run(findRecipe('ravdess-cnn'), {
 *   data: [{ corpus: 'ravdess', folder: 'data/ravdess' }],
 *   out: 'runs/ravdess',
 *   engine: await openEngine('auto'),
 * });
 * metrics.pooled.uar; // in [0, 1]; metrics.chance is the UAR of guessing
 *
 * @example
 * // your own recordings
 * const utterances = await readManifest('clips.csv');
 * await run(findRecipe('functionals'), { utterances, out: 'runs/mine', engine: await openEngine('auto') });
 */
export async function run(recipe: Recipe, options: RunOptions): Promise<RunResult> {
  const { out, engine, finalModel: choice = 'auto' } = options;
  const stopwatch = new Stopwatch(options.now ?? (() => performance.now()));
  const data = dataSources(options);
  const resolved = await resolveEncoders(resolveRecipe(recipe, { ...options, data }), options);
  if (options.explain) requireExplainable(resolved, choice);
  const lock = await claimRunFolder(out, 'run');
  let files: FeatureFiles | undefined;
  try {
    const unfinished = await earlierRun(out, options);
    unfinished?.requireSetup(resolved, engine);
    options.onEvent?.({ type: 'engine', name: engine.name, description: engine.description });
    const plan = await planRun(resolved, data, options);
    if (!unfinished) {
      await removeCheckpoints(out);
      await UnfinishedRun.begin(out, { recipe: resolved, engine: engineIdentity(engine) });
    }
    files = options.executor ? undefined : featureFiles(options);
    const jobs = options.executor && (await beginJobs(plan, options.executor, options));
    const prepared = await stopwatch.time('extract', () =>
      computeFeatures(plan, unfinished, { ...options, jobs, files }),
    );
    return await trainAndWrite(prepared, { ...options, choice, unfinished, stopwatch, jobs, files });
  } finally {
    files?.close();
    await lock.release();
  }
}

function featureFiles({ out, featureMemory }: RunOptions): FeatureFiles {
  return new FeatureFiles(join(out, runFiles.checkpoints, featuresFolder), featureMemory);
}

/** After an error that no `resume` can help, the folder has no unfinished run. */
async function computeFeatures(
  plan: RunPlan,
  unfinished: UnfinishedRun | undefined,
  options: RunOptions & WorkOptions & Pick<PrepareOptions, 'files'>,
): Promise<PreparedRun> {
  const { out, cache, finalModel = 'auto', workers, jobs, files, signal, onEvent } = options;
  const own = join(out, runFiles.checkpoints, featuresFolder);
  try {
    const folder = cache ?? (jobs ? undefined : own); // results of jobs are in their store
    return await prepareRun(plan, { finalModel, workers, jobs, files, signal, onEvent, cache: folder });
  } catch (error) {
    files?.close();
    if (!unfinished && !signal?.aborted) await removeCheckpoints(out);
    throw error;
  }
}

interface TrainAndWriteOptions extends RunOptions {
  readonly choice: FinalModelChoice;
  /** The run to resume, if any. */
  readonly unfinished: UnfinishedRun | undefined;
  readonly stopwatch: Stopwatch;
  readonly jobs: RunJobs | undefined;
  readonly files: FeatureFiles | undefined;
}

async function trainAndWrite(prepared: PreparedRun, options: TrainAndWriteOptions): Promise<RunResult> {
  const { out, engine, choice, unfinished, stopwatch, jobs, signal, onEvent } = options;
  const { recipe, main } = prepared;
  const identity = runIdentity(prepared, engine);
  const checkpoints = await openCheckpoints(out, prepared, { unfinished, identity, stopwatch });
  const training = { recipe, engine, stopwatch, checkpoints, signal, onEvent };
  const keeps = keepsFold(choice, main.folds.length);
  if (jobs) {
    const trainings = foldTrainings(prepared, keeps);
    await stopwatch.time('train', () => trainInJobs(prepared.members, trainings, jobs, training));
  }
  const outcome = await train(prepared, keeps, training);
  try {
    const explanation = options.explain ? await explainModel(prepared, outcome.model!) : undefined;
    const result = await writeRun(out, { ...outcome, explanation }, options);
    options.files?.close();
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
  const dimensions = await stopwatch.time('train', () =>
    predictDimensions(members[0]!, main.folds, { ...options, model }),
  );
  const timings = stopwatch.read();
  return {
    recipe,
    listing,
    clips,
    split: main.split,
    folds,
    ...(dimensions && { dimensions }),
    seconds: runSeconds(timings),
    ...(source && {
      source: { split: source.split, folds: sourceFolds!, seconds: sourceSeconds(timings) },
    }),
    model,
    engine,
  };
}
