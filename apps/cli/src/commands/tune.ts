import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { SearchMethod } from '@ser/experiments';
import { type Command, Option } from 'commander';
import type { CommandIo } from '../commandIo.js';
import { corporaOption } from '../options/corpora.js';
import { dataHelp, readData } from '../options/data.js';
import { type EngineChoice, engineOption } from '../options/engine.js';
import { addExecutorOptions, type ExecutorOptions, refuseAlone, withExecutor } from '../options/executor.js';
import { jsonOption } from '../options/jsonOption.js';
import { wholeNumber } from '../options/number.js';
import { addOwnDataOptions, labelsOption, type OwnDataOptions } from '../options/ownData.js';
import { oneOf } from '../options/oneOf.js';
import { pluginOption } from '../options/plugin.js';
import { readRecipe } from '../options/recipe.js';
import { seedOption } from '../options/seed.js';
import { addExamples } from '../show/help.js';
import { writeJson } from '../show/json.js';
import { printableLines } from '../show/printable.js';
import { tunePlaces, tuneSummary } from '../show/tuneSummary.js';
import { tuneRecipe } from '../tuneRecipe.js';

interface TuneCommandOptions extends OwnDataOptions, ExecutorOptions {
  readonly recipe: string;
  readonly data: readonly string[];
  readonly corpora?: readonly string[];
  readonly out: string;
  readonly trials?: number;
  readonly search: SearchMethod;
  readonly seed?: number;
  readonly workers: number;
  readonly engine: EngineChoice;
  readonly json?: true;
}

/** As in `@ser/experiments`, which `--help` need not load. */
const methods: readonly SearchMethod[] = ['halving', 'asha', 'random'];

/** `ser tune --recipe NAME|FILE --data [CORPUS=]FOLDER… --out RUN` */
export function addTuneCommand(program: Command, io: CommandIo): void {
  const command = program
    .command('tune')
    .summary('search the hyperparameters of a recipe')
    .description(
      "Searches the hyperparameters listed in a recipe's `search`. Test speakers are held out first; trials train on some " +
        'of the other speakers and are scored on the rest. The best recipe is then trained on everyone except the test ' +
        'speakers and evaluated on them once. Writes tuning.html, tuning.json, trials.jsonl, best-recipe.json, and best/ ' +
        '(its run folder). Run the same command again to resume an interrupted search.',
    )
    .requiredOption('--recipe <name|file>', 'a name from `ser recipes list`, or a JSON file, with a `search`')
    .requiredOption('--data <path...>', dataHelp)
    .addOption(labelsOption())
    .addOption(corporaOption())
    .requiredOption('--out <run>', 'folder for the trials, report, and best recipe')
    .option(
      '--trials <n>',
      "number of trials; a larger number extends a finished search (default: the recipe's)",
      wholeNumber('--trials', { min: 1, max: 10_000 }),
    )
    .addOption(
      new Option(
        '--search <method>',
        'halving: few epochs for all trials, more for the better ones, same result for any --workers; ' +
          'asha: asynchronous halving (results depend on timing); random: all epochs for all trials',
      )
        .default('halving')
        .argParser(oneOf('--search', methods)),
    )
    .addOption(seedOption("seed of the search and of all other randomness (default: the recipe's)"))
    .addOption(
      new Option('--workers <n>', 'number of trials at a time, each in a process with one thread')
        .default(availableParallelism(), 'one per processor')
        .argParser(wholeNumber('--workers', { min: 1, max: 256 })),
    )
    .addOption(engineOption())
    .addOption(pluginOption())
    .addOption(jsonOption())
    .action((options: TuneCommandOptions) => tune(io, options));
  addExecutorOptions(command);
  addOwnDataOptions(command);
  addExamples(
    command,
    'ser tune --recipe four-corpora-deep-cnn --corpora ravdess,tess --data ravdess=DIR tess=DIR --out runs/tuned',
    'ser tune --recipe my-recipe.json --data PATH/TO/RAVDESS --out runs/tuned --trials 30 --workers 4',
    'ser train --recipe runs/tuned/best-recipe.json --data PATH/TO/RAVDESS --out runs/best',
  );
}

async function tune(io: CommandIo, options: TuneCommandOptions): Promise<void> {
  const { corpora, out, trials, search: method, seed, workers, engine, json } = options;
  refuseAlone(options);
  const recipe = await readRecipe(io, options.recipe);
  const known = corpora ?? recipe.corpora.map((corpus) => corpus.name);
  const data = await readData(io, options.data, { corpora: known, own: options });
  const store = join(out, 'features/jobs'); // it is removed with the features of the search
  const result = await withExecutor(io, options, { out, store }, (executor) =>
    tuneRecipe(io, recipe, {
      executor,
      ...{ data, out, method, workers, engine },
      ...(corpora && { corpora }),
      ...(options.labels && { labels: options.labels }),
      ...(trials !== undefined && { trials }),
      ...(seed !== undefined && { seed }),
    }),
  );
  const places = tunePlaces(out);
  if (json) writeJson(io, { ...places, tuning: result.tuning });
  else io.stdout.write(printableLines(tuneSummary(places, result.tuning)));
}
