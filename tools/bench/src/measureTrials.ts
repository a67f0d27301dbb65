import { loadavg } from 'node:os';
import { TimeUp, ours, peer } from './contestants.js';
import type { Measurement } from './measurement.js';
import type { Contender, Trial } from './trial.js';

/** What came of one trial of one round. */
export interface TrialResult extends Trial {
  readonly measurement?: Measurement;
  /** Why there is none. */
  readonly skipped?: string;
  /** Processes that wanted a core in the last minute, before it began. */
  readonly load: number;
}

export interface MeasureTrialsOptions {
  /** How often each trial is made, >= 1. */
  readonly rounds: number;
  /** Seconds of training that are timed in one trial, > 0. */
  readonly seconds: number;
  /** Seconds after which a trial is given up, start-up included. */
  readonly limit: number;
  readonly onResult: (result: TrialResult) => void;
}

/** Makes every trial once a round, each in its own process; what failed is not tried again. */
export function measureTrials(trials: readonly Trial[], options: MeasureTrialsOptions): TrialResult[] {
  const results: TrialResult[] = [];
  const hopeless = new Set<Trial | Contender>();
  for (let round = 0; round < options.rounds; round++) {
    for (const trial of trials) {
      if (hopeless.has(trial) || hopeless.has(trial.contender)) continue;
      const result = measure(trial, options);
      if (result.skipped !== undefined) hopeless.add(isAbsence(result.skipped) ? trial.contender : trial);
      results.push(result);
      options.onResult(result);
    }
  }
  return results;
}

function measure(trial: Trial, { seconds, limit }: MeasureTrialsOptions): TrialResult {
  const { network, batchSize, threads, contender } = trial;
  const args = [network, batchSize, threads, seconds];
  const load = loadavg()[0]!;
  try {
    const measurement: Measurement =
      contender === 'keras'
        ? peer('engine', { args, limit })
        : ours('engine', { args: [...args, contender], limit, env: tensorflowThreads(threads) });
    return { ...trial, measurement, load };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { ...trial, skipped: error instanceof TimeUp ? reason : `no: ${reason}`, load };
  }
}

/** `tfjs-node` has no option for its threads, but TensorFlow's library below it reads these. */
function tensorflowThreads(threads: number): Record<string, string> {
  return { TF_NUM_INTRAOP_THREADS: String(threads), TF_NUM_INTEROP_THREADS: '1' };
}

/** Whether the engine or Keras is not installed, so that no other trial of it needs to be made. */
function isAbsence(reason: string): boolean {
  return /does not work here|No module named|ENOENT/.test(reason);
}
