import { join } from 'node:path';
import type { Engine } from '@ser/models';
import { ExperimentError } from '../errors.js';
import { jsonText, readIfThere, readRunFile, runFiles, writeWhole } from '../files/runFolder.js';
import type { Timings } from '../progress/stopwatch.js';
import type { Recipe } from '../recipe/recipe.js';
import { timingsFile } from '../training/checkpoint/checkpoints.js';
import { engineIdentity } from './runIdentity.js';
import type { RunIdentity } from './runIdentity.js';

const identityFile = 'run.json';

/** A run that broke off, as its folder tells of it. */
export class UnfinishedRun {
  readonly #identity: RunIdentity;
  readonly #folder: string;
  /** The time it took so far. */
  readonly timings: Timings | undefined;

  private constructor(folder: string, identity: RunIdentity, timings: Timings | undefined) {
    this.#folder = folder;
    this.#identity = identity;
    this.timings = timings;
  }

  /** Writes down what a run is, before its training begins. */
  static async begin(folder: string, identity: RunIdentity): Promise<void> {
    await writeWhole(join(folder, runFiles.checkpoints, identityFile), jsonText(identity));
  }

  /**
   * The run that broke off in a folder; `undefined` where none had come so far as to train.
   *
   * @throws {SerError} `nothing-to-resume` when the run there is finished
   */
  static async find(folder: string): Promise<UnfinishedRun | undefined> {
    const at = (file: string) => join(folder, runFiles.checkpoints, file);
    const identity = await readIfThere(at(identityFile));
    if (identity) {
      const timings = await readIfThere(at(timingsFile));
      return new UnfinishedRun(
        folder,
        JSON.parse(identity.toString('utf8')) as RunIdentity,
        timings && (JSON.parse(timings.toString('utf8')) as Timings),
      );
    }
    if ((await readRunFile(folder, 'report')) === undefined) return undefined;
    throw new ExperimentError(
      'nothing-to-resume',
      `The run in \`${folder}\` is finished. Leave out \`resume\` (\`--resume\`) to run it anew.`,
      { file: folder },
    );
  }

  /** @throws {SerError} `cannot-resume` unless the run was begun with just this recipe and engine */
  requireSetup(recipe: Recipe, engine: Engine): void {
    const paths = differences(this.#identity.recipe, recipe);
    if (paths.length > 0) this.#refuse(`with another recipe: ${paths.slice(0, 3).join(', ')} differ`);
    const former = this.#identity.engine;
    const now = engineIdentity(engine);
    if (former !== now) this.#refuse(`on the engine ${former}, which is now ${now}`);
  }

  /** @throws {SerError} `cannot-resume` unless the recordings are the same, and features come out the same */
  requireClips({ folds, clips }: Pick<RunIdentity, 'folds' | 'clips'>): void {
    if (this.#identity.folds === folds && this.#identity.clips === clips) return;
    this.#refuse('on other recordings, or their features were computed otherwise');
  }

  #refuse(how: string): never {
    throw new ExperimentError(
      'cannot-resume',
      `The run in \`${this.#folder}\` was begun ${how}. Go on with what it was begun with, or leave out \`resume\` ` +
        '(`--resume`) to begin anew.',
      { file: this.#folder },
    );
  }
}

/** Paths at which two pieces of JSON differ: `training.epochs`. */
function differences(one: unknown, other: unknown, path = ''): readonly string[] {
  if (!isObject(one) || !isObject(other)) return JSON.stringify(one) === JSON.stringify(other) ? [] : [path];
  const keys = [...new Set([...Object.keys(one), ...Object.keys(other)])];
  return keys.flatMap((key) => differences(one[key], other[key], path === '' ? key : `${path}.${key}`));
}

function isObject(json: unknown): json is Readonly<Record<string, unknown>> {
  return typeof json === 'object' && json !== null && !Array.isArray(json);
}
