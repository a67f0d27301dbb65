import { loadavg } from 'node:os';
import { TimeLimitExceeded, runTypeScript, runPython } from '../runProgram.js';
import type { Measurement } from './measurement.js';
import type { System, Trial } from './trial.js';

/** The result of one trial of one round. */
export interface TrialResult extends Trial {
  readonly measurement?: Measurement;
  /** Why there is no measurement. */
  readonly skipped?: string;
  /** Load average of the last minute before the trial. */
  readonly load: number;
}

/** Options of {@link measureTrials}. */
export interface MeasureTrialsOptions {
  /** Number of runs of each trial, at least 0. */
  readonly rounds: number;
  /** Seconds of timed training in one trial, above 0. */
  readonly seconds: number;
  /** Seconds after which a trial is stopped, startup included; above 0. */
  readonly limit: number;
  readonly onResult: (result: TrialResult) => void;
}

/** Runs every trial once per round, each in its own process. A trial that failed is not repeated. */
export function measureTrials(trials: readonly Trial[], options: MeasureTrialsOptions): TrialResult[] {
  const results: TrialResult[] = [];
  const failed = new Set<Trial | System>();
  for (let round = 0; round < options.rounds; round++) {
    for (const trial of trials) {
      if (failed.has(trial) || failed.has(trial.system)) continue;
      const result = measure(trial, options);
      if (result.skipped !== undefined) failed.add(isMissing(result.skipped) ? trial.system : trial);
      results.push(result);
      options.onResult(result);
    }
  }
  return results;
}

function measure(trial: Trial, { seconds, limit }: MeasureTrialsOptions): TrialResult {
  const { network, batchSize, threads, system } = trial;
  const args = [network, batchSize, threads, seconds];
  const load = loadavg()[0]!;
  try {
    const measurement: Measurement =
      system === 'keras'
        ? runPython('engine', { args, limit })
        : runTypeScript('engine', { args: [...args, system], limit, env: tensorflowThreads(threads) });
    return { ...trial, measurement, load };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { ...trial, skipped: error instanceof TimeLimitExceeded ? reason : `no: ${reason}`, load };
  }
}

/** `tfjs-node` has no option for its threads, but the TensorFlow library reads these variables. */
function tensorflowThreads(threads: number): Record<string, string> {
  return { TF_NUM_INTRAOP_THREADS: String(threads), TF_NUM_INTEROP_THREADS: '1' };
}

/** Whether the engine or Keras is not installed, so its other trials are skipped too. */
function isMissing(reason: string): boolean {
  return /does not work here|No module named|ENOENT/.test(reason);
}
