import { join } from 'node:path';
import type { Engine } from '@ser/models';
import { ExperimentError } from '../errors.js';
import { jsonText, readIfExists, readRunFile, runFiles, writeAtomically } from '../files/runFolder.js';
import type { Timings } from '../progress/stopwatch.js';
import type { Recipe } from '../recipe/recipe.js';
import { timingsFile } from '../training/checkpoint/checkpoints.js';
import { engineIdentity, type RunIdentity } from './runIdentity.js';

const identityFile = 'run.json';

/** An interrupted run, as described in its folder. */
export class UnfinishedRun {
  readonly #identity: RunIdentity;
  readonly #folder: string;
  /** The time that it has taken so far. */
  readonly timings: Timings | undefined;

  private constructor(folder: string, identity: RunIdentity, timings: Timings | undefined) {
    this.#folder = folder;
    this.#identity = identity;
    this.timings = timings;
  }

  /** Saves the identity of a run before its training begins. */
  static async begin(folder: string, identity: RunIdentity): Promise<void> {
    await writeAtomically(join(folder, runFiles.checkpoints, identityFile), jsonText(identity));
  }

  /**
   * The interrupted run in a folder; `undefined` if there is none, or if it had not begun to train.
   *
   * @throws {SerError} `nothing-to-resume` if the run in the folder is finished
   */
  static async find(folder: string): Promise<UnfinishedRun | undefined> {
    const at = (file: string) => join(folder, runFiles.checkpoints, file);
    const identity = await readIfExists(at(identityFile));
    if (identity) {
      const timings = await readIfExists(at(timingsFile));
      return new UnfinishedRun(
        folder,
        JSON.parse(identity.toString('utf8')) as RunIdentity,
        timings && (JSON.parse(timings.toString('utf8')) as Timings),
      );
    }
    if ((await readRunFile(folder, 'report')) === undefined) return undefined;
    throw new ExperimentError(
      'nothing-to-resume',
      `\`resume\` (\`--resume\`) needs an interrupted run; got \`${folder}\`, which is finished. Leave out \`resume\` to run it again.`,
      { file: folder },
    );
  }

  /** @throws {SerError} `cannot-resume` unless the run was started with the same recipe and engine */
  requireSetup(recipe: Recipe, engine: Engine): void {
    const paths = differences(this.#identity.recipe, recipe);
    if (paths.length > 0)
      this.#refuse(`with another recipe, which differs in ${paths.slice(0, 3).join(', ')}`);
    const former = this.#identity.engine;
    const now = engineIdentity(engine);
    if (former !== now) this.#refuse(`with the engine ${former}, not ${now}`);
  }

  /** @throws {SerError} `cannot-resume` unless the recordings and their features are the same */
  requireClips({ folds, clips }: Pick<RunIdentity, 'folds' | 'clips'>): void {
    if (this.#identity.folds === folds && this.#identity.clips === clips) return;
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
