import { resolve } from 'node:path';
import { findRecipe, normalizationScopes } from '@ser/experiments';
import { type Bench, requiredOption } from './bench.js';
import { writeJson } from './jsonFile.js';
import { numpyRacer } from './numpyRacer.js';
import { race } from './race.js';
import { dataOf, fromCwd, tell, threadsOf } from './raceOptions.js';
import { raceRecipe } from './raceSettings.js';
import { raceSummary } from './raceSummary.js';
import { raceTable } from './raceTable.js';
import { serTrainRacer } from './serTrainRacer.js';

/** Published folds of the corpora that have some; others are split as the recipe says. */
const folds: Readonly<Record<string, string>> = { ravdess: 'emobox' };

/** The recipe `functionals` from audio files to metrics, in both normalisations: `ser train` beside numpy and scipy. */
export const functionalsRecipeBench: Bench = {
  name: 'functionals-recipe',
  what: 'the recipe functionals from audio files to metrics, both normalisations: ser train beside numpy and scipy',
  run(options) {
    const [data, ...more] = dataOf(options);
    if (data === undefined || more.length > 0)
      throw new Error('Give one `--data NAME=DIR`, such as ravdess=DIR.');
    const published = folds[data.corpus];
    const summaries = normalizationScopes
      .filter((scope) => scope !== 'clip')
      .map((normalize) => {
        const recipe = raceRecipe(findRecipe('functionals'), {
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
        const racers = { ours: serTrainRacer, keras: numpyRacer };
        const results = race(folder, { settings, seeds: [recipe.seed], racers, onResults: tell });
        const summary = raceSummary(`${recipe.name} --normalize ${normalize}`, results);
        writeJson(resolve(folder, 'summary.json'), summary);
        return summary;
      });
    console.log(raceTable(summaries, 'the rival'));
  },
};
