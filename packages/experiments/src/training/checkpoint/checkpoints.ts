import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { jsonText, runFiles, writeAtomically } from '../../files/runFolder.js';
import type { Stopwatch } from '../../progress/stopwatch.js';
import { TrainingCheckpoint } from './trainingCheckpoint.js';

/** The folder `checkpoints` of a run folder: what is needed to resume an interrupted run. */
export class Checkpoints {
  readonly #folder: string;
  readonly #stopwatch: Stopwatch;

  /** @param out the run folder */
  constructor(out: string, stopwatch: Stopwatch) {
    this.#folder = join(out, runFiles.checkpoints);
    this.#stopwatch = stopwatch;
  }

  /** @param name name of a training, unique within the run */
  of(name: string): TrainingCheckpoint {
    return new TrainingCheckpoint(join(this.#folder, name), () => this.#saveTimings());
  }

  /** Deletes all checkpoints; a finished run does not need them. */
  async remove(): Promise<void> {
    await rm(this.#folder, { recursive: true, force: true });
  }

  async #saveTimings(): Promise<void> {
    await writeAtomically(join(this.#folder, timingsFile), jsonText(this.#stopwatch.read()));
  }
}

/** The file with the time that the run has taken so far. */
export const timingsFile = 'timings.json';
