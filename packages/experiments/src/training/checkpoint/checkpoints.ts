import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { jsonText, runFiles, writeWhole } from '../../files/runFolder.js';
import type { Stopwatch } from '../../progress/stopwatch.js';
import { TrainingCheckpoint } from './trainingCheckpoint.js';

/** The folder `checkpoints` of a run folder: what a run that breaks off needs to go on. */
export class Checkpoints {
  readonly #folder: string;
  readonly #stopwatch: Stopwatch;

  /** @param out the run folder */
  constructor(out: string, stopwatch: Stopwatch) {
    this.#folder = join(out, runFiles.checkpoints);
    this.#stopwatch = stopwatch;
  }

  /** @param name of a training, unique within the run */
  of(name: string): TrainingCheckpoint {
    return new TrainingCheckpoint(join(this.#folder, name), () => this.#saveTimings());
  }

  /** Takes all away: a run that is done needs none. */
  async remove(): Promise<void> {
    await rm(this.#folder, { recursive: true, force: true });
  }

  async #saveTimings(): Promise<void> {
    await writeWhole(join(this.#folder, timingsFile), jsonText(this.#stopwatch.read()));
  }
}

/** Holds the time that the run has taken so far. */
export const timingsFile = 'timings.json';
