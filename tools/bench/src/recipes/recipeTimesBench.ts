import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { invalidOption } from '@ser/core';
import { findRecipe } from '@ser/experiments';
import { type Bench, requiredOption } from '../bench.js';
import { fromCwd } from '../fromCwd.js';
import { writeJson } from '../jsonFile.js';
import { markdownTable } from '../markdownTable.js';
import { comparableRecipe } from './comparisonSettings.js';
import { dataFolders, threadsOf } from './dataOptions.js';
import type { RunResult } from './runResult.js';
import { serTrainRunner } from './serTrainRunner.js';

/** The recipes, one after the other, without a cache of features. */
const recipes = ['functionals', 'encoder', 'functionals-fusion', 'encoder-fusion'] as const;

/** Time and memory of recipes with and without the encoder, from files to the report, in one run. */
export const recipeTimesBench: Bench = {
  name: 'recipe-times',
  description:
    'from files to report: functionals, encoder, and their fusions on the six folds of RAVDESS (--recipe A,B for others)',
  run(options) {
    const [data, ...more] = dataFolders(options);
    if (data === undefined || more.length > 0 || data.corpus !== 'ravdess')
      throw invalidOption('--data', 'ravdess=DIR', options.data);
    const out = resolve(fromCwd(requiredOption('out', options)));
    const results = (options.recipe?.split(',') ?? recipes).map((name) => {
      const recipe = comparableRecipe(findRecipe(name), {
        corpora: [data.corpus],
        source: false,
        split: { kind: 'published', name: 'emobox' },
      });
      const folder = join(out, name);
      mkdirSync(folder, { recursive: true });
      const files = { recipe: join(folder, 'recipe.json'), run: join(folder, 'run'), report: '' };
      writeJson(files.recipe, recipe);
      const settings = { recipe, data: [`${data.corpus}=${data.folder}`], ...threadsOf(options) };
      return { name, result: serTrainRunner(files, settings, recipe.seed) };
    });
    console.log(recipeTimesTable(results));
  },
};

/** One row per recipe. */
export function recipeTimesTable(results: readonly { name: string; result: RunResult }[]): string {
  const rows = results.map(({ name, result: { uar, seconds, wallSeconds, peakMb, load } }) => [
    `\`${name}\``,
    `${(100 * uar).toFixed(1)}%`,
    ...[seconds.extract, seconds.train, seconds.total, wallSeconds].map((time) => time.toFixed(0)),
    peakMb.toFixed(0),
    load.toFixed(1),
  ]);
  const head = ['recipe', 'UAR', 'features, s', 'training, s', 'total, s', 'with startup, s', 'peak MiB'];
  return markdownTable([...head, 'load before'], rows);
}
