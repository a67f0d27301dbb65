import type { Split } from '@ser/datasets';
import type { Engine } from '@ser/models';
import { crossValidate } from './crossValidate.js';
import type { DataFolder } from './dataFolder.js';
import { extract } from './extract.js';
import { finalModel, keepsFold } from './finalModel.js';
import type { FinalModelChoice } from './finalModel.js';
import { foldRows } from './foldRows.js';
import type { Recipe } from './recipe.js';
import { report } from './report.js';
import { requireEveryLabel } from './requireLabels.js';
import { resolveRecipe } from './resolveRecipe.js';
import type { RecipeOverrides } from './resolveRecipe.js';
import type { RunEvent } from './runEvent.js';
import { claimRunFolder, clearRunFolder, jsonText, writeRunFile } from './runFolder.js';
import type { RunResult } from './runResult.js';
import { scan } from './scan.js';
import { split } from './split.js';
import type { StepOptions } from './stepOptions.js';
import { Stopwatch } from './stopwatch.js';

export interface RunOptions extends RecipeOverrides, StepOptions {
  /** One folder for each corpus of the recipe. */
  readonly data: readonly DataFolder[];
  /** The run folder: absent, empty or a former run, which is written over. */
  readonly out: string;
  /** What computes, from `openEngine`. */
  readonly engine: Engine;
  /** Which model to leave in `model/`. @default 'auto' */
  readonly finalModel?: FinalModelChoice;
  /** The clock, in milliseconds from any moment on. @default performance.now */
  readonly now?: () => number;
}

/**
 * An experiment from audio files to a report: scan, split, extract, then for each fold normalise, fit, predict
 * and score, then the model to leave behind.
 *
 * The run folder receives `recipe.json` and `split.json` before training, `history.csv`, `predictions.csv`,
 * `metrics.json`, `report.html` and `model/` after it. The same recipe, data and engine give the same
 * `predictions.csv`, byte for byte.
 *
 * @throws {ExperimentError} `invalid-recipe`, `missing-data`, `unknown-label`, `out-not-empty`,
 *   `out-not-writable`, `too-many-unreadable`, `too-few-clips`
 * @throws {DatasetError} when a folder is not the corpus it should be, or cannot be split as asked
 * @throws {ModelError} when the network does not fit the features, or training diverges
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
  const { data, out, engine, signal, onEvent, now = () => performance.now() } = options;
  const stopwatch = new Stopwatch(now);
  const resolved = resolveRecipe(recipe, options);
  const training = { engine, stopwatch, signal, onEvent };
  await claimRunFolder(out, 'run');
  onEvent?.({ type: 'engine', name: engine.name, description: engine.description });

  const corpora = resolved.corpora.map(({ name }) => name);
  const listing = await scan({ corpora, labels: resolved.labels, data, signal, onEvent });
  requireEveryLabel(listing, resolved.labels);
  const plan = split(listing, resolved);
  onEvent?.(splitEvent(plan));
  const clips = await stopwatch.time('extract', () => extract(listing, { ...resolved, signal, onEvent }));
  const rows = plan.folds.map((fold) => foldRows(fold, clips));
  await startRunFolder(out, resolved, plan);

  const choice = options.finalModel ?? 'auto';
  const keepNetworks = keepsFold(choice, rows.length);
  const folds = await crossValidate(clips, resolved, rows, { ...training, keepNetworks });
  const model = await finalModel(clips, resolved, folds, choice, training);
  try {
    const found = { recipe: resolved, listing, split: plan, clips, folds, model, engine };
    return await report(out, { ...found, seconds: stopwatch.read() }, onEvent);
  } finally {
    model?.fitted.classifier.dispose();
  }
}

function splitEvent({ protocol, speakerIndependent, folds }: Split): RunEvent {
  return { type: 'split', protocol, speakerIndependent, nFolds: folds.length };
}

/** Written before training: should the run break off, it can be told what it was. */
async function startRunFolder(out: string, recipe: Recipe, plan: Split): Promise<void> {
  await clearRunFolder(out);
  await writeRunFile(out, 'split', jsonText(plan));
  await writeRunFile(out, 'recipe', jsonText(recipe));
}
