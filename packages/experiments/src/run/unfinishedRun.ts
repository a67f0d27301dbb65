import { join } from 'node:path';
import type { Engine } from '@ser/models';
import { ExperimentError } from '../errors.js';
import { runFiles, runMark } from '../files/runFolder.js';
import { readSealedJson, sealJson } from '../files/sealed.js';
import { writeAtomically } from '../files/writeAtomically.js';
import type { Timings } from '../progress/stopwatch.js';
import type { Recipe } from '../recipe/recipe.js';
import { timingsFile } from '../training/checkpoint/checkpoints.js';
import { engineIdentity, type RunIdentity } from './runIdentity.js';

/** What was requested; saved before the features are computed. */
export type RunSetup = Pick<RunIdentity, 'recipe' | 'engine'>;

/** What is trained on; saved before the training begins. */
export type RunClips = Pick<RunIdentity, 'folds' | 'clips'>;

const clipsFile = 'clips.json';

/** An interrupted run, as described in its folder. */
export class UnfinishedRun {
  readonly #setup: RunSetup;
  readonly #clips: RunClips | undefined;
  readonly #folder: string;
  /** The time that it has taken so far. */
  readonly timings: Timings | undefined;

  private constructor(folder: string, setup: RunSetup, clips?: RunClips, timings?: Timings) {
    this.#folder = folder;
    this.#setup = setup;
    this.#clips = clips;
    this.timings = timings;
  }

  /** Saves what was requested; from now on, the folder contains an unfinished run. */
  static async begin(folder: string, setup: RunSetup): Promise<void> {
    await writeAtomically(at(folder, runMark), sealJson(setup));
  }

  /** Saves what is trained on, before the training begins. */
  static async beginTraining(folder: string, { folds, clips }: RunClips): Promise<void> {
    await writeAtomically(at(folder, clipsFile), sealJson({ folds, clips }));
  }

  /**
   * The interrupted run in a folder; `undefined` if there is none.
   *
   * @throws {SerError} `damaged-checkpoint`
   */
  static async find(folder: string): Promise<UnfinishedRun | undefined> {
    const again = 'Start the run again with `overwrite` (`--overwrite`).';
    const setup = await readSealedJson(at(folder, runMark), again);
    if (setup === undefined) return undefined;
    const clips = await readSealedJson(at(folder, clipsFile), again);
    const timings = await readSealedJson(
      at(folder, timingsFile),
      'Delete it to count the time of the run from zero.',
    );
    return new UnfinishedRun(folder, setup as RunSetup, clips as RunClips, timings as Timings);
  }

  /** Whether its training has begun; before that, only features were computed. */
  get isTraining(): boolean {
    return this.#clips !== undefined;
  }

  /** Whether the run was started with this recipe, with overrides applied. */
  isOf(recipe: Recipe): boolean {
    return differences(this.#setup.recipe, recipe).length === 0;
  }

  /** @throws {SerError} `cannot-resume` unless the run was started with the same recipe and engine */
  requireSetup(recipe: Recipe, engine: Engine): void {
    const paths = differences(this.#setup.recipe, recipe);
    if (paths.length > 0)
      this.#refuse(`with another recipe, which differs in ${paths.slice(0, 3).join(', ')}`);
    const former = this.#setup.engine;
    const now = engineIdentity(engine);
    if (former !== now) this.#refuse(`with the engine ${former}, not ${now}`);
  }

  /** @throws {SerError} `cannot-resume` unless the recordings and their features are the same */
  requireClips({ folds, clips }: RunClips): void {
    if (this.#clips?.folds === folds && this.#clips.clips === clips) return;
    this.#refuse('with other recordings, or with other features of the same recordings');
  }

  #refuse(how: string): never {
    throw new ExperimentError(
      'cannot-resume',
      `An interrupted run can only be resumed with the same recipe, engine, and recordings; the run in \`${this.#folder}\` ` +
        `was started ${how}. Use the same again, or leave out \`resume\` (\`--resume\`) to start a new run.`,
      { file: this.#folder },
    );
  }
}

function at(folder: string, file: string): string {
  return join(folder, runFiles.checkpoints, file);
}

/** Paths at which two JSON values differ: `members[0].training.epochs`. */
function differences(one: unknown, other: unknown, path = ''): readonly string[] {
  if (!isNested(one) || !isNested(other)) return JSON.stringify(one) === JSON.stringify(other) ? [] : [path];
  const keys = [...new Set([...Object.keys(one), ...Object.keys(other)])];
  const pathOf = (key: string) =>
    Array.isArray(one) ? `${path}[${key}]` : path === '' ? key : `${path}.${key}`;
  return keys.flatMap((key) => differences(one[key], other[key], pathOf(key)));
}

function isNested(json: unknown): json is Readonly<Record<string, unknown>> {
  return typeof json === 'object' && json !== null;
}
