import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { ExperimentError } from '../errors.js';
import { refuseDamaged } from '../files/sealed.js';
import { appendDurably } from '../files/writeAtomically.js';
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
 * @throws {SerError} `different-search` if a trial has other values than in this search; `damaged-checkpoint` if a line
 *   has changed since it was written
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
    .map((line, index) => recordOf(line) ?? refuseLine(folder, index + 1))
    .filter(({ trial }) => trial <= trials.length);
  const different = records.find(({ trial, values }) => !sameValues(trials[trial - 1]!.values, values));
  if (different !== undefined) refuse(folder, different.trial);
  return records;
}

/** Appends a finished training as one line, with a checksum. */
export async function appendTrial(folder: string, { values }: Trial, outcome: TrialOutcome): Promise<void> {
  const { trial, epochs, ...others } = outcome;
  const record: TrialRecord = { trial, epochs, values, ...others };
  await appendDurably(join(folder, tuningFiles.trials), `${lineOf(record)}\n`);
}

function lineOf(record: TrialRecord): string {
  return JSON.stringify({ ...record, sha256: digestOf(record) });
}

/** The record in a line; `undefined` if the line has changed since it was written. */
function recordOf(line: string): TrialRecord | undefined {
  try {
    const { sha256, ...record } = JSON.parse(line) as TrialRecord & { readonly sha256?: unknown };
    return sha256 === digestOf(record) ? record : undefined;
  } catch {
    return undefined;
  }
}

function digestOf(record: TrialRecord): string {
  return createHash('sha256').update(JSON.stringify(record)).digest('hex');
}

function refuseLine(folder: string, line: number): never {
  refuseDamaged(
    join(folder, tuningFiles.trials),
    `Line ${line} is damaged. Delete that line to repeat only its training.`,
  );
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
