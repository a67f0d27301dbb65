import { type Command, Option } from 'commander';
import type { CommandIo } from '../commandIo.js';
import { parseData } from '../options/data.js';
import { type EngineChoice, engineOption } from '../options/engine.js';
import { jsonOption } from '../options/jsonOption.js';
import { refuseUnbuiltOptions } from '../options/notBuiltYet.js';
import { wholeNumber } from '../options/number.js';
import { parseNormalization } from '../options/normalization.js';
import { readRecipe } from '../options/recipe.js';
import { seedOption } from '../options/seed.js';
import { parseSplit } from '../options/split.js';
import { addExamples } from '../show/help.js';
import { writeJson, writeJsonLine } from '../show/json.js';
import { runPlaces, runSummary } from '../show/runSummary.js';
import { trainRecipe } from '../trainRecipe.js';
import { UsageError } from '../usageError.js';

interface TrainOptions {
  readonly recipe: string;
  readonly data: readonly string[];
  readonly out: string;
  readonly split?: string;
  readonly folds?: number;
  readonly normalize?: 'train';
  readonly seed?: number;
  readonly engine: EngineChoice;
  readonly epochs?: number;
  readonly json?: true;
  readonly events?: true;
}

/** `ser train --recipe NAME|FILE --data [CORPUS=]FOLDER… --out RUN` */
export function addTrainCommand(program: Command, io: CommandIo): void {
  const command = program
    .command('train')
    .summary('train and evaluate a recipe on recordings')
    .description(
      'Trains a recipe on recordings and evaluates it, on voices it has not heard unless `--split random` asks for ' +
        'less. Fills the run folder with report.html, metrics.json, predictions.csv, history.csv, recipe.json, ' +
        'split.json and model/.',
    )
    .requiredOption('--recipe <name|file>', 'a name from `ser recipes list`, or a JSON file')
    .requiredOption(
      '--data <folder...>',
      'where the recordings lie; NAME=FOLDER where a recipe has several corpora',
    )
    .requiredOption('--out <run>', 'folder for report, figures, predictions and model')
    .option(
      '--split <kind>',
      "speaker, speaker-folds, leave-one-speaker-out, published:NAME or random, in place of the recipe's",
    )
    .option('--folds <n>', 'how many folds `--split speaker-folds` makes', wholeNumber('--folds', { min: 2 }))
    .addOption(
      new Option('--normalize <over>', 'over what features are normalised: train').argParser(
        parseNormalization,
      ),
    )
    .addOption(seedOption('seed of split, initial weights, shuffling and bootstrap'))
    .option('--epochs <n>', 'passes over the training clips', wholeNumber('--epochs', { min: 1 }))
    .addOption(engineOption())
    .addOption(jsonOption())
    .option('--events', 'with --json: one JSON event a line as they happen')
    .action((options: TrainOptions) => train(io, options));
  refuseUnbuiltOptions(command, ['--workers <n>']);
  addExamples(
    command,
    'ser train --recipe ravdess-cnn --data PATH/TO/RAVDESS --out runs/ravdess',
    'ser train --recipe ravdess-cnn --data PATH/TO/RAVDESS --out runs/quick --split speaker --epochs 20',
  );
}

async function train(io: CommandIo, options: TrainOptions): Promise<void> {
  const { out, json, events, normalize, seed, epochs } = options;
  if (events && !json) throw new UsageError('missing-option', '`--events` belongs to `--json`: give both.');
  const split = parseSplit(options.split, options.folds);
  const recipe = await readRecipe(io, options.recipe);
  const data = parseData(
    io,
    options.data,
    recipe.corpora.map(({ name }) => name),
  );
  const result = await trainRecipe(io, {
    recipe,
    overrides: {
      ...(split && { split }),
      ...(normalize && { normalize }),
      ...(seed !== undefined && { seed }),
      ...(epochs !== undefined && { epochs }),
    },
    data,
    out,
    engine: options.engine,
    ...(events && { onEvent: (event) => writeJsonLine(io, event) }),
  });
  const places = runPlaces(out, result);
  const answer = { ...places, metrics: result.metrics };
  if (events) writeJsonLine(io, { type: 'done', ...answer });
  else if (json) writeJson(io, answer);
  else io.stdout.write(runSummary(places, result));
}
