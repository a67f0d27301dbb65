import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Engine } from '@ser/models';
import type { Listing } from '../data/listing.js';
import { requireEveryLabel } from '../data/requireLabels.js';
import { scan } from '../data/scan.js';
import { ExperimentError } from '../errors.js';
import { jsonText, runFiles } from '../files/runFolder.js';
import type { DataFolder } from '../recipe/dataFolder.js';
import type { Recipe, SingleRecipe } from '../recipe/recipe.js';
import { takenCorpora } from '../recipe/takenCorpora.js';
import { atLeastOne } from './atLeastOne.js';
import { bestRecipe } from './bestRecipe.js';
import { drawSearch } from './drawSearch.js';
import type { DrawSearchOptions, Search } from './drawSearch.js';
import { holdOut } from './holdOut.js';
import { measureBest } from './measureBest.js';
import { tuningPage } from './report/tuningPage.js';
import { claimSearch } from './searchRecord.js';
import { searchTrials } from './searchTrials.js';
import type { ScoredOutcome, TrialOutcome } from './trialOutcome.js';
import type { TuneEvent } from './tuneEvent.js';
import { claimTuningFolder, tuningFiles, writeTuningFile } from './tuningFolder.js';
import { tuningMetrics } from './tuningMetrics.js';
import type { TuningMetrics } from './tuningMetrics.js';

export interface TuneOptions extends DrawSearchOptions {
  /** One folder for each corpus of the recipe, or of `corpora`. */
  readonly data: readonly DataFolder[];
  /** The folder of the search: absent, empty or that of the same search, which goes on. */
  readonly out: string;
  /** What computes, from `openEngine`; trial processes open one of the same name, with one thread. */
  readonly engine: Engine;
  /** Trials at a time, each in a process of its own, and threads that compute features; at least 1. @default 1 */
  readonly workers?: number;
  /** Stops the search; it rejects with the signal's reason, and can go on later. */
  readonly signal?: AbortSignal;
  /** Called with everything an app may want to show. */
  readonly onEvent?: (event: TuneEvent) => void;
  /** The clock, in milliseconds from any moment on. @default performance.now */
  readonly now?: () => number;
}

/** What a search has found; all of it is in its folder, too. */
export interface TuneResult {
  /** The folder of the search. */
  readonly folder: string;
  /** The recipe with the best values in place, as `best-recipe.json` holds it. */
  readonly best: SingleRecipe;
  readonly tuning: TuningMetrics;
  /** Where the model of the best recipe lies. */
  readonly modelFolder: string;
}

/**
 * Searches the hyperparameters that the recipe's `search` names, and measures the best of them on speakers that had
 * no part in the search.
 *
 * First some speakers are set apart to test (`holdOutRequest`). The others are divided once more: each trial learns
 * from some of them and is scored on the rest. The best trial's recipe is then trained on all speakers but those set
 * apart, and tested on these, once.
 *
 * The same recipe, data, seed and engine give the same outcome, whatever the number of workers (with `method: 'asha'`,
 * of one worker). Each finished training is kept, so that a search which breaks off goes on where it was. A trial
 * that goes on to a higher rung is trained from its first epoch again.
 *
 * @throws {SerError} `invalid-recipe`, `invalid-option`, `missing-data`, `unknown-label`, `out-not-empty`,
 *   `out-not-writable`, `different-search`, `trials-failed`, `worker-failed`, `too-many-unreadable`, `too-few-clips`
 * @throws {SerError} when a folder is not the corpus it should be, or has too few speakers
 *
 * @example
 * const { tuning, best } = await tune(recipe, {
 *   data: [{ corpus: 'ravdess', folder: 'data/ravdess' }],
 *   out: 'runs/tuned',
 *   engine: await openEngine('auto'),
 *   workers: 4,
 * });
 * tuning.best.scores.uar; // on the validation speakers, which chose the trial
 * tuning.test.pooled.uar; // on speakers that the search never heard
 */
export async function tune(recipe: Recipe, options: TuneOptions): Promise<TuneResult> {
  const { out, engine, onEvent } = options;
  atLeastOne('workers', options.workers ?? 1);
  const corpora = takenCorpora(recipe, options);
  const search = drawSearch(recipe, { ...options, ...(corpora && { corpora }) });
  await claimTuningFolder(out);
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

async function list(recipe: SingleRecipe, { data, signal, onEvent }: TuneOptions): Promise<Listing> {
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
    `None of the ${outcomes.length} trials could be trained. Change the bounds of \`search\`:\n${reasons.map((reason) => `  ${reason}`).join('\n')}`,
  );
}
