import { resolve } from 'node:path';
import { invalidOption } from '@ser/core';
import { findRecipe } from '@ser/experiments';
import { type Bench, requiredOption } from '../bench.js';
import { fromCwd } from '../fromCwd.js';
import { writeJson } from '../jsonFile.js';
import { numpyRunner } from './numpyRunner.js';
import { compareRecipe } from './compareRecipe.js';
import { dataFolders, reportSeed, threadsOf } from './dataOptions.js';
import { comparableRecipe } from './comparisonSettings.js';
import { comparisonSummary } from './comparisonSummary.js';
import { comparisonTable } from './comparisonTable.js';
import { serTrainRunner } from './serTrainRunner.js';

/** Published folds by corpus; other corpora use the split of the recipe. */
const folds: Readonly<Record<string, string>> = { ravdess: 'emobox' };

/** Compares the recipe `functionals`, from audio files to metrics, with NumPy and SciPy, for both normalizations. */
export const functionalsRecipeBench: Bench = {
  name: 'functionals-recipe',
  description:
    'the recipe functionals from audio files to metrics, both normalizations; reference: NumPy and SciPy',
  run(options) {
    const [data, ...more] = dataFolders(options);
    if (data === undefined || more.length > 0)
      throw invalidOption('--data', 'one NAME=DIR, such as ravdess=DIR', options.data);
    const published = folds[data.corpus];
    const summaries = (['train', 'speaker'] as const).map((normalize) => {
      const recipe = comparableRecipe(findRecipe('functionals'), {
        corpora: [data.corpus],
        source: false,
        normalize,
        ...(published !== undefined && { split: { kind: 'published', name: published } }),
      });
      const folder = resolve(
        fromCwd(requiredOption('out', options)),
        `functionals-${data.corpus}-${normalize}`,
      );
      const settings = {
        recipe,
        data: [`${data.corpus}=${data.folder}`],
        ...(options.engine !== undefined && { engine: options.engine }),
        ...threadsOf(options),
      };
      const runners = { ours: serTrainRunner, reference: numpyRunner };
      const results = compareRecipe(folder, {
        settings,
        seeds: [recipe.seed],
        runners,
        onResults: reportSeed,
      });
      const summary = comparisonSummary(`${recipe.name} --normalize ${normalize}`, results);
      writeJson(resolve(folder, 'summary.json'), summary);
      return summary;
    });
    console.log(comparisonTable(summaries, 'NumPy'));
  },
};
