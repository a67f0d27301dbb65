import { resolve } from 'node:path';
import { type Recipe, findRecipe, parseRecipe } from '@ser/experiments';
import { type Bench, numberOption, integersOption, requiredOption } from '../bench.js';
import { fromCwd } from '../fromCwd.js';
import { readJson, writeJson } from '../jsonFile.js';
import { kerasRunner } from './kerasRunner.js';
import { compareRecipe } from './compareRecipe.js';
import { dataFolders, reportSeed, threadsOf } from './dataOptions.js';
import { comparableRecipe } from './comparisonSettings.js';
import { comparisonSummary } from './comparisonSummary.js';
import { comparisonTable } from './comparisonTable.js';
import { serTrainRunner } from './serTrainRunner.js';

/** Compares a recipe, from audio files to metrics, with librosa and Keras on the same splits. */
export const recipesBench: Bench = {
  name: 'recipes',
  description:
    'a recipe from audio files to metrics, by ser train; reference: librosa and Keras on the same splits',
  run(options) {
    const data = dataFolders(options);
    const { source = false } = options;
    const recipe = comparableRecipe(readRecipe(requiredOption('recipe', options)), {
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
    const seeds = integersOption('seeds', options, [recipe.seed]);
    const runners = { ours: serTrainRunner, reference: kerasRunner };
    const results = compareRecipe(folder, { settings, seeds, runners, onResults: reportSeed });
    const summary = comparisonSummary(recipe.name, results);
    writeJson(resolve(folder, 'summary.json'), summary);
    console.log(comparisonTable([summary]));
  },
};

function readRecipe(nameOrFile: string): Recipe {
  if (!nameOrFile.endsWith('.json')) return findRecipe(nameOrFile);
  return parseRecipe(readJson(fromCwd(nameOrFile)), nameOrFile);
}
