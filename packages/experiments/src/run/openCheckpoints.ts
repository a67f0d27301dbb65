import { join } from 'node:path';
import { clearRunFolder, jsonText, runFiles, writeRunFile } from '../files/runFolder.js';
import type { Stopwatch } from '../progress/stopwatch.js';
import { Checkpoints, removeTrainings } from '../training/checkpoint/checkpoints.js';
import type { PreparedRun } from './prepareRun.js';
import type { RunIdentity } from './runIdentity.js';
import { UnfinishedRun } from './unfinishedRun.js';

export interface OpenCheckpointsOptions {
  /** The run to resume, if any. */
  readonly unfinished: UnfinishedRun | undefined;
  readonly identity: RunIdentity;
  readonly stopwatch: Stopwatch;
}

/**
 * The checkpoints of a run that is about to train: those of the interrupted run, or new ones. A new training starts with a
 * cleared folder that contains the recipe and the splits.
 *
 * @throws {SerError} `cannot-resume`
 */
export async function openCheckpoints(
  out: string,
  prepared: PreparedRun,
  { unfinished, identity, stopwatch }: OpenCheckpointsOptions,
): Promise<Checkpoints> {
  const { recipe, main, source } = prepared;
  if (unfinished?.isTraining) {
    unfinished.requireClips(identity);
    if (unfinished.timings) stopwatch.resumeFrom(unfinished.timings);
  } else {
    await removeTrainings(out);
    await clearRunFolder(out, { except: 'checkpoints' });
    if (source) await writeRunFile(join(out, runFiles.source), 'split', jsonText(source.split));
    await writeRunFile(out, 'split', jsonText(main.split));
    await writeRunFile(out, 'recipe', jsonText(recipe));
    await UnfinishedRun.beginTraining(out, identity);
  }
  return new Checkpoints(out, stopwatch);
}
