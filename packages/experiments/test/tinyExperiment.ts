import { mkdtemp, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openEngine } from '@ser/models';
import { writeSyntheticCorpus } from '@ser/synthetic/node';
import { expect, inject } from 'vitest';
import type { RunEvent } from '../src/progress/runEvent.js';
import type { Recipe } from '../src/recipe/recipe.js';
import { run, type RunOptions } from '../src/run/run.js';
import { tinyRecipe } from './tinyRecipe.js';

/** A new folder for each call, deleted after the tests. */
export async function freshFolder(): Promise<string> {
  return mkdtemp(join(inject('temporaryFolder'), 'folder-'));
}

/** A synthetic corpus of four speakers with 14 clips each. */
export async function tinyCorpus(): Promise<string> {
  const folder = join(await freshFolder(), 'corpus');
  await writeSyntheticCorpus(folder, { speakers: 4, repetitions: 1 });
  return folder;
}

/** Runs the tiny recipe, or another one, on a corpus folder, and records the events. */
export async function runTiny(
  corpus: string,
  options: Partial<RunOptions> = {},
  recipe: Recipe = tinyRecipe,
) {
  const events: RunEvent[] = [];
  const result = await run(recipe, {
    data: [{ corpus: 'ravdess', folder: corpus }],
    out: join(await freshFolder(), 'run'),
    engine: await openEngine('tfjs-wasm'),
    ...options,
    onEvent: (event) => {
      events.push(event);
      options.onEvent?.(event);
    },
  });
  return { result, events, read: (file: string) => readFile(join(result.folder, file), 'utf8') };
}

/**
 * Starts a run and interrupts it at an event.
 *
 * @returns its folder
 */
export async function interrupt(
  corpus: string,
  recipe: Recipe,
  at: (event: RunEvent) => boolean,
): Promise<string> {
  const out = join(await freshFolder(), 'run');
  const controller = new AbortController();
  const onEvent = (event: RunEvent) => at(event) && controller.abort(new Error('interrupted'));
  const interrupted = runTiny(corpus, { out, signal: controller.signal, onEvent }, recipe);
  await expect(interrupted).rejects.toThrow('interrupted');
  return out;
}

/** The rows of a CSV without quoted cells, as objects by column. */
export function rowsOf(csv: string): Record<string, string>[] {
  const [header, ...lines] = csv
    .trimEnd()
    .split('\n')
    .map((line) => line.split(','));
  return lines.map((cells) => Object.fromEntries(header!.map((name, index) => [name, cells[index]!])));
}
