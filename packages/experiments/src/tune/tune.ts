import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { requireInteger } from '@ser/core';
import type { Engine } from '@ser/models';
import type { Listing } from '../data/listing.js';
import { requireEveryLabel } from '../data/requireLabels.js';
import { scan } from '../data/scan.js';
import { ExperimentError } from '../errors.js';
import type { Executor } from '../executor/executor.js';
import { resolveEncoders } from '../features/resolveEncoders.js';
import { jsonText, runFiles } from '../files/runFolder.js';
import type { DataSource } from '../recipe/dataFolder.js';
import type { Recipe } from '../recipe/recipe.js';
import { bestRecipe } from './bestRecipe.js';
import { drawSearch, type DrawSearchOptions, type Search } from './drawSearch.js';
import { holdOut } from './holdOut.js';
import { measureBest } from './measureBest.js';
import { tuningPage } from './report/tuningPage.js';
import { claimSearch } from './searchRecord.js';
import { searchTrials } from './searchTrials.js';
import type { ScoredOutcome, TrialOutcome } from './trialOutcome.js';
import type { TuneEvent } from './tuneEvent.js';
import { claimTuningFolder, tuningFiles, writeTuningFile } from './tuningFolder.js';
import { tuningMetrics, type TuningMetrics } from './tuningMetrics.js';

export interface TuneOptions extends DrawSearchOptions {
  /** The recordings of each corpus of the recipe, or of `corpora`, or your own. */
  readonly data: readonly DataSource[];
  /** The folder of the search: new, empty, or one with the same search, which is continued. */
  readonly out: string;
  /** The compute engine, from `openEngine`; trial processes open the same engine with one thread. */
  readonly engine: Engine;
  /** Number of parallel trials, each in its own process, and of threads that compute features; from 1 to 256. @default 1 */
  readonly workers?: number;
  /** Computes features and trainings, for example on other machines; then `workers` is not used. @default this machine */
  readonly executor?: Executor | undefined;
  /** Stops the search, which rejects with the signal's reason and can be continued later. */
  readonly signal?: AbortSignal;
  /** Called with every event that an app may show. */
  readonly onEvent?: (event: TuneEvent) => void;
  /** Current time in milliseconds, from any starting point. @default performance.now */
  readonly now?: () => number;
}

/** The results of a search; all of them are also in its folder. */
export interface TuneResult {
  /** The folder of the search. */
  readonly folder: string;
  /** The recipe with the best values, as in `best-recipe.json`. */
  readonly best: Recipe;
  readonly tuning: TuningMetrics;
  /** The folder of the best recipe's model. */
  readonly modelFolder: string;
}

/**
 * Searches the hyperparameters in the recipe's `search`, and tests the best values on speakers that were not used in the
 * search.
 *
 * First, some speakers are held out for testing. The others are split again: each trial is trained on some of them and
 * scored on the rest. The best trial's recipe is then trained on all speakers except the held-out ones, and tested on
 * these, once.
 *
 * The same recipe, data, seed, and engine give the same result for any number of workers (with `method: 'asha'`, only with
 * one worker). Every finished training is saved, so an interrupted search can be continued. A trial that continues to a
 * higher rung is trained from its first epoch again.
 *
 * @throws {SerError} `invalid-recipe`, `invalid-option`, `missing-data`, `unknown-label`, `out-not-empty`,
 *   `out-not-writable`, `out-in-use`, `disk-full`, `different-search`, `damaged-checkpoint`, `trials-failed`,
 *   `worker-failed`, `too-many-unreadable`, `too-few-clips`
 * @throws {SerError} if a folder is not the expected corpus, or has too few speakers
 *
 * @example
 * const { tuning, best } = await tune(recipe, {
 *   data: [{ corpus: 'ravdess', folder: 'data/ravdess' }],
 *   out: 'runs/tuned',
 *   engine: await openEngine('auto'),
 *   workers: 4,
 * });
 * tuning.best.scores.uar; // on the validation speakers, by which the trial was chosen
 * tuning.test.pooled.uar; // on speakers that were not used in the search
 */
export async function tune(recipe: Recipe, options: TuneOptions): Promise<TuneResult> {
  const { out } = options;
  requireInteger('workers', options.workers ?? 1, { min: 1, max: 256 });
  const search = drawSearch(await resolveEncoders(recipe, options), options);
  const lock = await claimTuningFolder(out);
  try {
    return await searchIn(search, options);
  } finally {
    await lock.release();
  }
}

async function searchIn(search: Search, options: TuneOptions): Promise<TuneResult> {
  const { out, engine, onEvent } = options;
  onEvent?.({ type: 'engine', name: engine.name, description: engine.description });
  const parts = holdOut(await list(search.recipe, options), search.recipe, search.space.validationFraction);
  await claimSearch(out, {
    recipe: search.recipe,
    engine: engine.name,
    outer: parts.outer,
    inner: parts.inner,
  });

  const outcomes = await searchTrials(search, parts, options);
  const winner = winnerOf(search, outcomes);
  onEvent?.({ type: 'winner', values: search.trials[winner.trial - 1]!.values, ...winner });
  const best = bestRecipe(search, winner);
  await writeTuningFile(out, 'best', jsonText(best));
  const measured = await measureBest(best, options);

  const tuning = tuningMetrics({ search, parts, outcomes, winner, measured });
  await writeTuningFile(out, 'tuning', jsonText(tuning));
  await writeTuningFile(out, 'report', tuningPage(tuning));
  await rm(join(out, tuningFiles.features), { recursive: true, force: true });
  return { folder: out, best, tuning, modelFolder: join(out, tuningFiles.run, runFiles.model) };
}

async function list(recipe: Recipe, { data, signal, onEvent }: TuneOptions): Promise<Listing> {
  const corpora = recipe.corpora.map(({ name }) => name);
  const listing = await scan({ corpora, labels: recipe.labels, data, signal, onEvent });
  requireEveryLabel(listing, recipe.labels);
  return listing;
}

/** @throws {SerError} `trials-failed` */
function winnerOf({ plan }: Search, outcomes: readonly TrialOutcome[]): ScoredOutcome {
  const winner = plan.winner(outcomes);
  if (winner !== undefined) return winner;
  const reasons = [...new Set(outcomes.map(({ failure }) => failure?.message))];
  throw new ExperimentError(
    'trials-failed',
    `At least one trial must be trainable; got none of ${outcomes.length}. Change the bounds of \`search\`:\n${reasons.map((reason) => `  ${reason}`).join('\n')}`,
  );
}
