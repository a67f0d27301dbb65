import { appendFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ExperimentError } from '../errors.js';
import type { Trial } from './sampleTrials.js';
import type { TrialOutcome } from './trialOutcome.js';
import { readTuningFile, tuningFiles, writeTuningFile } from './tuningFolder.js';

/** A line of `trials.jsonl`: what came of training a trial for so many epochs. */
export interface TrialRecord extends TrialOutcome {
  readonly values: Trial['values'];
}

/**
 * The outcomes that earlier sittings of a search have left. A last line that was cut short, as by a power failure,
 * is taken away; that training is done again. Trials beyond those asked for stay in the file, and take no part.
 *
 * @throws {SerError} `different-search` when a trial has other values than the search would give it
 */
export async function readTrialLog(
  folder: string,
  trials: readonly Trial[],
): Promise<readonly TrialRecord[]> {
  const text = (await readTuningFile(folder, tuningFiles.trials)) ?? '';
  const whole = text.slice(0, text.lastIndexOf('\n') + 1);
  if (whole !== text) await writeTuningFile(folder, 'trials', whole);
  const lines = whole.split('\n').slice(0, -1);
  const records = lines
    .map((line) => JSON.parse(line) as TrialRecord)
    .filter(({ trial }) => trial <= trials.length);
  const stranger = records.find(({ trial, values }) => !sameValues(trials[trial - 1]!.values, values));
  if (stranger !== undefined) refuse(folder, stranger.trial);
  return records;
}

/** Adds a finished training, in one line. */
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
    `Trial ${trial} in \`${join(folder, tuningFiles.trials)}\` has other values than this search gives it. ` +
      'Go on with the version that began it, or name another folder.',
    { file: folder },
  );
}
