import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { openEngine } from '@ser/models';
import { writeSyntheticCorpus } from '@ser/synthetic/node';
import { parseRecipe } from '../../src/recipe/parseRecipe.js';
import type { Recipe } from '../../src/recipe/recipe.js';
import { tune, type TuneOptions } from '../../src/tune/tune.js';
import type { TuneEvent } from '../../src/tune/tuneEvent.js';
import { freshFolder } from '../tinyExperiment.js';
import { tinyJson } from '../tinyRecipe.js';

export const learningRate = '/training/optimizer/learningRate';

/** The tiny recipe, tested on two of six speakers, with a search of two rungs. */
export const searchedRecipe = parseRecipe({
  ...tinyJson,
  split: { kind: 'speaker', testFraction: 0.33 },
  training: { epochs: 3, batchSize: 16 },
  search: {
    parameters: {
      [learningRate]: { kind: 'log', low: 1e-4, high: 0.1 },
      '/classifier/dense': { kind: 'choice', values: [[8], [4, 4]] },
    },
    trials: 4,
    minEpochs: 1,
    reductionFactor: 3,
  },
});

/** A synthetic corpus of six speakers with 14 clips each. */
export async function sixVoices(): Promise<string> {
  const folder = join(await freshFolder(), 'corpus');
  await writeSyntheticCorpus(folder, { speakers: 6, repetitions: 1 });
  return folder;
}

/** Searches, and records the events. */
export async function tuneTiny(
  corpus: string,
  options: Partial<TuneOptions> = {},
  recipe: Recipe = searchedRecipe,
) {
  const events: TuneEvent[] = [];
  const out = options.out ?? join(await freshFolder(), 'tuned');
  const result = await tune(recipe, {
    data: [{ corpus: 'ravdess', folder: corpus }],
    engine: await openEngine('tfjs-wasm'),
    onEvent: (event) => events.push(event),
    ...options,
    out,
  });
  const trained = events.filter(({ type }) => type === 'trial');
  return {
    ...{ result, events, out, trained },
    files: () => readdir(out),
    read: (file: string) => readFile(join(out, file), 'utf8'),
  };
}

/** Everything except the times, which must not depend on the number and speed of processes. */
export function timeless(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value, (key, inner: unknown) => (key === 'seconds' ? undefined : inner)));
}
