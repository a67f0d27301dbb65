import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { runFiles, runMark } from '../../files/runFolder.js';
import { sealJson } from '../../files/sealed.js';
import { writeAtomically } from '../../files/writeAtomically.js';
import type { Stopwatch } from '../../progress/stopwatch.js';
import { TrainingCheckpoint } from './trainingCheckpoint.js';

/** The folder `checkpoints` of a run folder: what is needed to resume an interrupted run. */
export class Checkpoints {
  readonly #out: string;
  readonly #folder: string;
  readonly #stopwatch: Stopwatch;

  /** @param out the run folder */
  constructor(out: string, stopwatch: Stopwatch) {
    this.#out = out;
    this.#folder = join(out, runFiles.checkpoints);
    this.#stopwatch = stopwatch;
  }

  /** @param name name of a training, unique within the run */
  of(name: string): TrainingCheckpoint {
    return new TrainingCheckpoint(join(this.#folder, name), () => this.#saveTimings());
  }

  /** Deletes all checkpoints; a finished run does not need them. */
  async remove(): Promise<void> {
    await removeCheckpoints(this.#out);
  }

  async #saveTimings(): Promise<void> {
    await writeAtomically(join(this.#folder, timingsFile), sealJson(this.#stopwatch.read()));
  }
}

/** The file with the time that the run has taken so far. */
export const timingsFile = 'timings.json';

/** The folder, within that of the checkpoints, with the features computed so far. */
export const featuresFolder = 'features';

/**
 * Deletes the checkpoints of a run, if there are any. The mark of an unfinished run is first, so that a run that is killed
 * here is not resumed from the rest.
 *
 * @param out the run folder
 */
export async function removeCheckpoints(out: string): Promise<void> {
  const folder = join(out, runFiles.checkpoints);
  await rm(join(folder, runMark), { force: true });
  await rm(folder, { recursive: true, force: true });
}

/**
 * Deletes what an earlier run has left, except the computed features.
 *
 * @param out the run folder
 */
export async function removeTrainings(out: string): Promise<void> {
  const folder = join(out, runFiles.checkpoints);
  const kept: readonly string[] = [runMark, featuresFolder];
  for (const name of await readdir(folder)) {
    if (!kept.includes(name)) await rm(join(folder, name), { recursive: true, force: true });
  }
}
