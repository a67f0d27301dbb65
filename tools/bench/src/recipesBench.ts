import { resolve } from 'node:path';
import { type DataFolder, type Recipe, findRecipe, parseRecipe } from '@ser/experiments';
import { type Bench, type BenchOptions, numberOption, numbersOption, requiredOption } from './bench.js';
import { readJson, writeJson } from './jsonFile.js';
import { kerasRacer } from './kerasRacer.js';
import { race } from './race.js';
import type { SeedResults } from './raceResult.js';
import { raceRecipe } from './raceSettings.js';
import { raceSummary } from './raceSummary.js';
import { raceTable } from './raceTable.js';
import { serTrainRacer } from './serTrainRacer.js';

/** A recipe from audio files to metrics: `ser train` beside librosa and Keras on the same splits. */
export const recipesBench: Bench = {
  name: 'recipes',
  what: 'a recipe from audio files to metrics: ser train beside librosa + Keras on the same splits',
  run(options) {
    const data = dataOf(options);
    const { source = false } = options;
    const recipe = raceRecipe(readRecipe(requiredOption('recipe', options)), {
      corpora: data.map(({ corpus }) => corpus),
      source,
      ...(options.epochs !== undefined && { epochs: numberOption('epochs', options, 1) }),
    });
    const folder = resolve(
      fromCwd(requiredOption('out', options)),
      `${recipe.name}${source ? '-source' : ''}`,
    );
    const settings = {
      recipe,
      data: data.map(({ corpus, folder }) => `${corpus}=${folder}`),
      ...(options.engine !== undefined && { engine: options.engine }),
      ...threadsOf(options),
    };
    const seeds = numbersOption('seeds', options, [recipe.seed]);
    const racers = { ours: serTrainRacer, keras: kerasRacer };
    const results = race(folder, { settings, seeds, racers, onResults: tell });
    const summary = raceSummary(recipe.name, results);
    writeJson(resolve(folder, 'summary.json'), summary);
    console.log(raceTable([summary]));
  },
};

function readRecipe(nameOrFile: string): Recipe {
  if (!nameOrFile.endsWith('.json')) return findRecipe(nameOrFile);
  return parseRecipe(readJson(fromCwd(nameOrFile)), nameOrFile);
}

function dataOf({ data = [] }: BenchOptions): readonly DataFolder[] {
  return data.map((typed) => {
    const [, corpus, folder] = /^([a-z][a-z0-9-]*)=(.+)$/.exec(typed) ?? [];
    if (corpus && folder) return { corpus, folder: fromCwd(folder) };
    throw new Error(`Expected \`--data\` to be CORPUS=DIR, got \`${typed}\`.`);
  });
}

function threadsOf(options: BenchOptions): { readonly threads?: number } {
  const [threads, ...more] = numbersOption('threads', options, []);
  if (more.length > 0)
    throw new Error(`Expected \`--threads\` of recipes to be one number, got \`${options.threads}\`.`);
  return threads === undefined ? {} : { threads };
}

/** npm starts a workspace's script in its folder, and tells where the command was typed. */
function fromCwd(path: string): string {
  return resolve(process.env['INIT_CWD'] ?? process.cwd(), path);
}

function tell({ seed, ours, keras }: SeedResults): void {
  for (const { what, uar, seconds, peakMb } of [ours, keras]) {
    const figures = `UAR ${(100 * uar).toFixed(1)} %, ${seconds.total.toFixed(1)} s, ${peakMb.toFixed(0)} MiB`;
    console.error(`seed ${seed}, ${what}: ${figures}`);
  }
}
