import { appendFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ExperimentError } from '../errors.js';
import type { Trial } from './sampleTrials.js';
import type { TrialOutcome } from './trialOutcome.js';
import { readTuningFile, tuningFiles, writeTuningFile } from './tuningFolder.js';

/** A line of `trials.jsonl`: the result of training a trial for a number of epochs. */
export interface TrialRecord extends TrialOutcome {
  readonly values: Trial['values'];
}

/**
 * The results of earlier sessions of a search. An incomplete last line, for example after a power failure, is removed; that
 * training is repeated. Trials with a higher number than requested stay in the file, and are not used.
 *
 * @throws {SerError} `different-search` if a trial has other values than in this search
 */
export async function readTrialLog(
  folder: string,
  trials: readonly Trial[],
): Promise<readonly TrialRecord[]> {
  const text = (await readTuningFile(folder, tuningFiles.trials)) ?? '';
  const complete = text.slice(0, text.lastIndexOf('\n') + 1);
  if (complete !== text) await writeTuningFile(folder, 'trials', complete);
  const lines = complete.split('\n').slice(0, -1);
  const records = lines
    .map((line) => JSON.parse(line) as TrialRecord)
    .filter(({ trial }) => trial <= trials.length);
  const different = records.find(({ trial, values }) => !sameValues(trials[trial - 1]!.values, values));
  if (different !== undefined) refuse(folder, different.trial);
  return records;
}

/** Appends a finished training as one line. */
export async function appendTrial(folder: string, { values }: Trial, outcome: TrialOutcome): Promise<void> {
  const { trial, epochs, ...others } = outcome;
  const record: TrialRecord = { trial, epochs, values, ...others };
  await appendFile(join(folder, tuningFiles.trials), `${JSON.stringify(record)}\n`);
}

function sameValues(one: Trial['values'], other: Trial['values']): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function refuse(folder: string, trial: number): never {
  throw new ExperimentError(
    'different-search',
    `The trials in \`${join(folder, tuningFiles.trials)}\` must have the values of this search; trial ${trial} has ` +
      'others. Continue with the version that started the search, or choose another folder.',
    { file: folder },
  );
}
