import { join } from 'node:path';
import type { Engine } from '@ser/models';
import { clearRunFolder, jsonText, runFiles, writeRunFile } from '../files/runFolder.js';
import type { Stopwatch } from '../progress/stopwatch.js';
import { Checkpoints } from '../training/checkpoint/checkpoints.js';
import type { PreparedRun } from './prepareRun.js';
import { runIdentity } from './runIdentity.js';
import { UnfinishedRun } from './unfinishedRun.js';

export interface OpenCheckpointsOptions {
  /** The run to resume, if any. */
  readonly unfinished: UnfinishedRun | undefined;
  readonly engine: Engine;
  readonly stopwatch: Stopwatch;
}

/**
 * The checkpoints of a run that is about to train: those of the interrupted run, or new ones. A new run starts with a
 * cleared folder that contains its recipe and splits, so that it can be identified if it is interrupted.
 *
 * @throws {SerError} `cannot-resume`
 */
export async function openCheckpoints(
  out: string,
  prepared: PreparedRun,
  { unfinished, engine, stopwatch }: OpenCheckpointsOptions,
): Promise<Checkpoints> {
  const { recipe, main, source } = prepared;
  const identity = runIdentity(prepared, engine);
  if (unfinished) {
    unfinished.requireClips(identity);
    if (unfinished.timings) stopwatch.resumeFrom(unfinished.timings);
  } else {
    await clearRunFolder(out);
    if (source) await writeRunFile(join(out, runFiles.source), 'split', jsonText(source.split));
    await writeRunFile(out, 'split', jsonText(main.split));
    await writeRunFile(out, 'recipe', jsonText(recipe));
    await UnfinishedRun.begin(out, identity);
  }
  return new Checkpoints(out, stopwatch);
}
