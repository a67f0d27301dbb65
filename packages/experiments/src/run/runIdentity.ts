import { createHash } from 'node:crypto';
import type { Utterance } from '@ser/datasets';
import type { Engine } from '@ser/models';
import { type ExtractedClips, valuesOf } from '../features/extractedClips.js';
import type { Recipe } from '../recipe/recipe.js';
import type { PreparedRun } from './prepareRun.js';

/**
 * Everything that determines the results of a run. Only a run for which all of it is the same can be resumed; otherwise
 * the results would be a mixture of two runs.
 */
export interface RunIdentity {
  /** With overrides applied. */
  readonly recipe: Recipe;
  /** Name and description, because versions and threads may change the last bits. */
  readonly engine: string;
  /** SHA-256 of the clips on each side of every fold. */
  readonly folds: string;
  /** SHA-256 of ids, labels, and features of all clips and augmented copies. */
  readonly clips: string;
}

export function runIdentity(
  { recipe, main, source, refit, members }: PreparedRun,
  engine: Engine,
): RunIdentity {
  const folds = JSON.stringify([main.folds, source?.folds, refit]);
  return {
    recipe,
    engine: engineIdentity(engine),
    folds: createHash('sha256').update(folds).digest('hex'),
    clips: clipsIdentity([...new Set(members.map(({ pool }) => pool))]),
  };
}

export function engineIdentity({ name, description }: Engine): string {
  return `${name}: ${description}`;
}

/** A hash accepts less than 2 GiB at once, and the frames of many clips are larger. */
const valuesAtOnce = 2 ** 24;

function clipsIdentity(pools: readonly ExtractedClips[]): string {
  const hash = createHash('sha256');
  for (const pool of pools) {
    hash.update(JSON.stringify(pool.utterances.map(labelsOf)));
    const values = valuesOf(pool);
    for (let start = 0; start < values.length; start += valuesAtOnce) {
      hash.update(bytesOf(values.subarray(start, Math.min(start + valuesAtOnce, values.length))));
    }
  }
  return hash.digest('hex');
}

/** What a clip is trained on, besides its features. */
function labelsOf({ id, emotion, weight, votes, dimensions }: Utterance): readonly unknown[] {
  const more = [weight, votes, dimensions];
  return more.every((value) => value === undefined) ? [id, emotion] : [id, emotion, ...more];
}

function bytesOf({ buffer, byteOffset, byteLength }: Float32Array): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}
