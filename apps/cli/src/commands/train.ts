import { join } from 'node:path';
import type { NormalizationScope, RecipeOverrides, RunEvent } from '@ser/experiments';
import type { Command } from 'commander';
import type { CommandIo } from '../commandIo.js';
import { corporaOption } from '../options/corpora.js';
import { dataHelp, readData } from '../options/data.js';
import { type EngineChoice, engineOption } from '../options/engine.js';
import { addExecutorOptions, type ExecutorOptions, refuseAlone, withExecutor } from '../options/executor.js';
import { jsonOption } from '../options/jsonOption.js';
import { wholeNumber } from '../options/number.js';
import { normalizationOption } from '../options/normalization.js';
import { addOwnDataOptions, labelsOption, type OwnDataOptions } from '../options/ownData.js';
import { pluginOption } from '../options/plugin.js';
import { readRecipe } from '../options/recipe.js';
import { seedOption } from '../options/seed.js';
import { parseSplit } from '../options/split.js';
import { workersOption } from '../options/workers.js';
import { addExamples } from '../show/help.js';
import { writeJson, writeJsonLine } from '../show/json.js';
import { printableLines } from '../show/printable.js';
import { explanationText } from '../show/explanationText.js';
import { runPlaces, runSummary } from '../show/runSummary.js';
import { trainRecipe } from '../trainRecipe.js';
import { typedCommand } from '../typedCommand.js';
import { UsageError } from '../usageError.js';

interface TrainOptions extends OwnDataOptions, ExecutorOptions {
  readonly recipe: string;
  readonly data: readonly string[];
  readonly corpora?: readonly string[];
  readonly out: string;
  readonly resume?: true;
  readonly overwrite?: true;
  readonly split?: string;
  readonly folds?: number;
  readonly sourceSplit: boolean;
  readonly normalize?: NormalizationScope;
  readonly explain?: true;
  readonly cache?: string;
  readonly seed?: number;
  readonly engine: EngineChoice;
  readonly epochs?: number;
  readonly workers: number;
  readonly json?: true;
  readonly events?: true;
}

/** `ser train --recipe NAME|FILE --data [CORPUS=]FOLDER… --out RUN` */
export function addTrainCommand(program: Command, io: CommandIo): void {
  const command = program
    .command('train')
    .summary('train and evaluate a recipe')
    .description(
      "Trains a recipe and evaluates it on unseen speakers, and also on the source's own split, if it has one: the report " +
        'shows both results. Writes report.html, metrics.json, predictions.csv, history.csv, recipe.json, split.json, ' +
        'source/, and model/ to the run folder.',
    )
    .requiredOption('--recipe <name|file>', 'a name from `ser recipes list`, or a JSON file')
    .requiredOption('--data <path...>', dataHelp)
    .addOption(labelsOption())
    .addOption(corporaOption())
    .requiredOption('--out <run>', 'run folder: report, metrics, predictions, and model')
    .option(
      '--resume',
      'resume the interrupted run in --out after its last complete epoch; features are not computed again',
    )
    .option('--overwrite', 'replace the run in --out, interrupted or finished')
    .option(
      '--split <kind>',
      "speaker, speaker-folds, leave-one-speaker-out, leave-one-corpus-out, published:NAME, table, group, or random (default: the recipe's; with your own recordings, " +
        'their `split` column if they have one, or groups of recordings if speakers are unknown)',
    )
    .option(
      '--folds <n>',
      'number of folds for `--split speaker-folds`, `group`, or `random` (default: 6, or one per speaker for up to ten speakers; ' +
        'random: no folds, a fifth of the clips is held out)',
      wholeNumber('--folds', { min: 2 }),
    )
    .option('--no-source-split', "skip the evaluation on the source's own split")
    .addOption(normalizationOption())
    .option('--explain', 'report which features indicate each emotion (recipes with one linear classifier)')
    .addOption(
      seedOption(
        "seed of the split, augmentation, initial weights, shuffling, and bootstrap (default: the recipe's)",
      ),
    )
    .option(
      '--epochs <n>',
      "passes over the training clips (default: the recipe's)",
      wholeNumber('--epochs', { min: 1 }),
    )
    .addOption(engineOption())
    .addOption(workersOption())
    .option(
      '--cache <folder>',
      'store computed features in this folder and reuse them in later runs (default: no cache)',
    )
    .addOption(pluginOption())
    .addOption(jsonOption())
    .option('--events', 'with --json: write one JSON event per line while the run proceeds')
    .action((options: TrainOptions) => train(io, options, typedCommand(io, program)));
  addExecutorOptions(command);
  addOwnDataOptions(command);
  addExamples(
    command,
    'ser train --recipe ravdess-cnn --data PATH/TO/RAVDESS --out runs/ravdess',
    'ser train --recipe ravdess-cnn --data PATH/TO/RAVDESS --out runs/quick --split speaker --epochs 20',
    'ser train --recipe functionals --data my_folder --speaker-from "([^/]+)_[0-9]+" --map wütend=angry --out runs/mine',
    'ser train --recipe functionals --data my.csv emodb=PATH/TO/EMODB --labels angry,happy,sad --out runs/mixed',
    'ser train --recipe functionals --data ravdess=PATH/TO/RAVDESS --out runs/functionals --normalize speaker --explain',
    'ser train --recipe functionals --data /mnt/ravdess --out /mnt/runs/ravdess --executor redis://queue:6379',
    'ser train --recipe four-corpora-deep-cnn --corpora ravdess,tess --data ravdess=DIR tess=DIR --out runs/deep',
  );
}

async function train(io: CommandIo, options: TrainOptions, typed: string): Promise<void> {
  const { out, json, events, workers, cache, explain = false } = options;
  const { resume = false, overwrite = false } = options;
  if (resume && overwrite) {
    throw new UsageError(
      'invalid-option',
      'Only one of `--resume` and `--overwrite` may be given; got both. Leave out one of them.',
    );
  }
  refuseAlone(options);
  if (events && !json) throw new UsageError('missing-option', '`--events` needs `--json`. Add `--json`.');
  const overrides = overridesOf(options);
  const recipe = await readRecipe(io, options.recipe);
  const corpora = options.corpora ?? recipe.corpora.map(({ name }) => name);
  const data = await readData(io, options.data, { corpora, own: options });
  const store = join(out, 'checkpoints/features/jobs'); // it is removed with the checkpoints
  const result = await withExecutor(io, options, { out, store }, (executor) =>
    trainRecipe(io, {
      executor,
      recipe,
      overrides,
      data,
      out,
      resume,
      overwrite,
      workers,
      explain,
      command: typed,
      ...(cache !== undefined && { cache }),
      engine: options.engine,
      ...(events && { onEvent: (event: RunEvent) => writeJsonLine(io, event) }),
    }),
  );
  const places = runPlaces(out, result);
  const answer = { ...places, metrics: result.metrics };
  if (events) writeJsonLine(io, { type: 'done', ...answer });
  else if (json) writeJson(io, answer);
  else io.stdout.write(printableLines(runSummary(places, result) + explanationText(result)));
}

/** What the command line changes in the recipe. */
function overridesOf(options: TrainOptions): RecipeOverrides {
  const { corpora, labels, normalize, seed, epochs, sourceSplit } = options;
  const split = parseSplit(options.split, options.folds);
  return {
    ...(corpora && { corpora }),
    ...(labels && { labels }),
    ...(split && { split }),
    ...(!sourceSplit && { sourceSplit }),
    ...(normalize && { normalize }),
    ...(seed !== undefined && { seed }),
    ...(epochs !== undefined && { epochs }),
  };
}
