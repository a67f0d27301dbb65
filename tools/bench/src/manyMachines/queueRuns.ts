import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { queueExecutor } from '@ser/bullmq';
import { findCorpus } from '@ser/datasets';
import { findRecipe, parseRecipe, run, tune } from '@ser/experiments';
import { openStore } from '@ser/experiments/executor';
import { openEngine } from '@ser/models';

export interface QueueRunOptions {
  /** The corpus folder. */
  readonly ravdess: string;
  readonly out: string;
  /** Of the queue. @default this process alone */
  readonly address?: string;
}

/** The recipe `functionals` on RAVDESS, six folds. @returns seconds */
export async function ravdessRun({ ravdess, out, address }: QueueRunOptions): Promise<number> {
  const executor =
    address === undefined
      ? undefined
      : await queueExecutor(address, { run: 'ravdess', store: openStore(`${out}-store`) });
  const engine = await openEngine('auto');
  const data = [{ corpus: 'ravdess', folder: ravdess }];
  const start = performance.now();
  await run(findRecipe('functionals'), {
    ...{ corpora: ['ravdess'], data, out, engine, executor, sourceSplit: false },
    split: { kind: 'speaker-folds', folds: 6 },
  });
  const seconds = (performance.now() - start) / 1000;
  await executor?.close();
  return seconds;
}

/** A search with 16 trials of a small network on the functionals of RAVDESS. @returns seconds */
export async function ravdessTune({ ravdess, out, address }: QueueRunOptions): Promise<number> {
  const { members } = findRecipe('functionals');
  const recipe = parseRecipe({
    name: 'tuned',
    title: 'A search over a queue',
    corpora: [{ name: 'ravdess' }],
    labels: findCorpus('ravdess').labels,
    split: { kind: 'speaker' },
    features: members[0]!.features,
    classifier: { kind: 'dense', units: [32] },
    training: { epochs: 9, batchSize: 32 },
    search: {
      parameters: { '/training/optimizer/learningRate': { kind: 'log', low: 1e-4, high: 1e-2 } },
      trials: 16,
    },
  });
  const executor =
    address === undefined
      ? undefined
      : await queueExecutor(address, { run: 'search', store: openStore(`${out}-store`) });
  const engine = await openEngine('auto');
  const data = [{ corpus: 'ravdess', folder: ravdess }];
  const start = performance.now();
  await tune(recipe, { data, out, engine, executor });
  const seconds = (performance.now() - start) / 1000;
  await executor?.close();
  return seconds;
}

/** The files that must not depend on who computed them, by name. */
export async function resultsOf(out: string): Promise<ReadonlyMap<string, string>> {
  const names = await readdir(out, { recursive: true });
  const compared = names.filter((name) =>
    /(predictions|history)\.csv$|best-recipe\.json$|model\/.*\.(json|bin)$/.test(name),
  );
  const texts = await Promise.all(compared.map((name) => readFile(join(out, name), 'base64')));
  return new Map(compared.map((name, i) => [name, texts[i]!]));
}

/** The names of files with other bytes. */
export function differingFiles(
  one: ReadonlyMap<string, string>,
  other: ReadonlyMap<string, string>,
): readonly string[] {
  const names = new Set([...one.keys(), ...other.keys()]);
  return [...names].filter((name) => one.get(name) !== other.get(name));
}
