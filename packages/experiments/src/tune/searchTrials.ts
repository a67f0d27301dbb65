import { join } from 'node:path';
import type { EngineName } from '@ser/models';
import { ExperimentError } from '../errors.js';
import { RunJobs } from '../executor/runJobs.js';
import { nClipJobs } from '../features/clipsInJobs.js';
import type { Search } from './drawSearch.js';
import type { HoldOut } from './holdOut.js';
import { runSchedule } from './schedule/runSchedule.js';
import { appendTrial, readTrialLog } from './trialLog.js';
import type { TrialJob, TrialOutcome } from './trialOutcome.js';
import { withEpochs } from './trialRecipe.js';
import { TrialsInJobs } from './trialsInJobs.js';
import type { TuneOptions } from './tune.js';
import { tuningFiles } from './tuningFolder.js';
import { sharedClips } from './worker/sharedClips.js';
import { type TrialPool, WorkerPool } from './worker/workerPool.js';

/**
 * Trains the trials of a search in separate processes, and continues an earlier session.
 *
 * @returns the result of every training, including those of earlier sessions
 */
export async function searchTrials(
  search: Search,
  { outer, inner, listing }: HoldOut,
  options: TuneOptions,
): Promise<readonly TrialOutcome[]> {
  const { out, engine, workers = 1, signal, onEvent } = options;
  const { plan, trials, recipe, space } = search;
  const finished = await readTrialLog(out, trials);
  const { method, rungs, nEpochs } = plan;
  const { protocol } = outer;
  onEvent?.({
    type: 'search',
    ...{ method, metric: space.metric, protocol, nTrials: trials.length, rungs, nEpochs, finished, workers },
  });
  if (plan.scheduler({ finished, running: [] }) === 'done') return finished;

  const { executor } = options;
  const jobs = executor && (await RunJobs.begin(executor, { signal, onEvent }));
  const setup = { listing, fold: inner.folds[0]!, folder: join(out, tuningFiles.features) };
  jobs?.expect(nClipJobs(listing.utterances.length));
  await sharedClips(recipe, { ...setup, workers, jobs, signal, onEvent });
  const pool = jobs
    ? new TrialsInJobs({ ...setup, jobs, signal, onEvent, engine })
    : new WorkerPool({ ...setup, engine: nameOf(engine) });
  const concurrency = executor?.ahead ?? workers;
  const stop = () => pool.close();
  signal?.addEventListener('abort', stop);
  try {
    const work = (job: TrialJob) => train(pool, job, search, options);
    return await runSchedule(plan.scheduler, { finished, concurrency, work });
  } catch (error) {
    signal?.throwIfAborted(); // the processes ended because of it
    throw error;
  } finally {
    signal?.removeEventListener('abort', stop);
    pool.close();
  }
}

async function train(
  pool: TrialPool,
  { trial, epochs }: TrialJob,
  { trials, recipes }: Search,
  { out, now = () => performance.now(), signal, onEvent }: TuneOptions,
): Promise<TrialOutcome> {
  signal?.throwIfAborted();
  const start = now();
  const recipe = withEpochs(recipes[trial - 1]!, epochs);
  const onEpoch = (epoch: number) => onEvent?.({ type: 'trial-epoch', trial, epoch, epochs });
  const result = await pool.train(recipe, onEpoch, { trial, epochs });
  const outcome = { trial, epochs, ...result, seconds: Math.round(now() - start) / 1000 };
  await appendTrial(out, trials[trial - 1]!, outcome);
  onEvent?.({ type: 'trial', values: trials[trial - 1]!.values, ...outcome });
  return outcome;
}

/** @throws {SerError} `invalid-option` for the current TensorFlow.js backend, which other processes do not have */
function nameOf({ name }: Pick<TuneOptions['engine'], 'name'>): EngineName {
  if (name !== 'tfjs-current') return name;
  throw new ExperimentError(
    'invalid-option',
    '`engine` must be from `openEngine`, so that trial processes can open it too; got the current TensorFlow.js backend. Use `openEngine`.',
  );
}
