import { resolve } from 'node:path';
import { type Recipe, findRecipe, parseRecipe } from '@ser/experiments';
import { type Bench, numberOption, numbersOption, requiredOption } from './bench.js';
import { readJson, writeJson } from './jsonFile.js';
import { kerasRacer } from './kerasRacer.js';
import { race } from './race.js';
import { dataOf, fromCwd, tell, threadsOf } from './raceOptions.js';
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
