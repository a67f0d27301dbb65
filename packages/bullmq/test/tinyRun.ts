import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseRecipe, run, type Recipe, type RunEvent, type RunOptions } from '@ser/experiments';
import { openEngine } from '@ser/models';
import { writeSyntheticCorpus } from '@ser/synthetic/node';

/** Functionals and ridge regression: four folds and a final model in a few seconds. */
export const recipe: Recipe = parseRecipe({
  name: 'tiny',
  title: 'A tiny recipe',
  corpora: [{ name: 'ravdess' }],
  labels: ['neutral', 'happy', 'sad', 'angry'],
  split: { kind: 'leave-one-speaker-out' },
  features: {
    sampleRate: 16000,
    features: [{ name: 'mfcc', nMfcc: 13, nFft: 512, hopLength: 256, nMels: 26 }],
    functionals: ['mean', 'std'],
  },
  classifier: { kind: 'ridge' },
  maxUnreadable: 0.05,
});

/** A folder of its own for a test file. */
export async function temporaryFolder(): Promise<{
  readonly path: string;
  readonly remove: () => Promise<void>;
}> {
  const path = await mkdtemp(join(tmpdir(), 'ser-bullmq-'));
  return { path, remove: () => rm(path, { recursive: true, force: true, maxRetries: 5 }) };
}

/** Four voices with 14 clips each. */
export async function tinyCorpus(folder: string, repetitions = 1): Promise<string> {
  const corpus = join(folder, 'corpus');
  await writeSyntheticCorpus(corpus, { speakers: 4, repetitions });
  return corpus;
}

/** Runs the tiny recipe. */
export async function runTiny(
  corpus: string,
  out: string,
  options: Partial<RunOptions> = {},
  what: Recipe = recipe,
) {
  const events: RunEvent[] = [];
  const result = await run(what, {
    data: [{ corpus: 'ravdess', folder: corpus }],
    out,
    engine: await openEngine('tfjs-wasm'),
    ...options,
    onEvent: (event) => {
      events.push(event);
      options.onEvent?.(event);
    },
  });
  return { result, events };
}

/** The results of a run that must not depend on who computes. */
export async function filesOf(out: string): Promise<readonly string[]> {
  const names = ['predictions.csv', 'history.csv', 'split.json', 'recipe.json', 'model/recognizer.json'];
  const files = await Promise.all(names.map((name) => readFile(join(out, name), 'utf8')));
  return [...files, await weightsOf(out)];
}

async function weightsOf(out: string): Promise<string> {
  const names = await readdir(join(out, 'model'), { recursive: true });
  const weights = names.filter((name) => /\.(bin|json)$/.test(name)).sort();
  const contents = await Promise.all(weights.map((name) => readFile(join(out, 'model', name), 'base64')));
  return weights.map((name, i) => `${name} ${contents[i]}`).join('\n');
}
