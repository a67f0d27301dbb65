import type { Command } from 'commander';
import type { CommandIo } from '../commandIo.js';
import { fileResultJson, requireAllDone } from '../eachFile.js';
import { type EngineChoice, engineOption } from '../options/engine.js';
import { jsonOption } from '../options/jsonOption.js';
import { refuseUnbuiltOptions } from '../options/notBuiltYet.js';
import { wholeNumber } from '../options/number.js';
import { predictFiles } from '../predictFiles.js';
import { addExamples } from '../show/help.js';
import { writeJson } from '../show/json.js';
import { UsageError } from '../usageError.js';

interface PredictOptions {
  readonly model?: string;
  readonly top?: number;
  readonly engine: EngineChoice;
  readonly json?: true;
}

/** `ser predict FILE… --model FOLDER` */
export function addPredictCommand(program: Command, io: CommandIo): void {
  const command = program
    .command('predict')
    .summary('tell the emotion of recordings')
    .description(
      'Tells the emotion of recordings with a saved model. A file that cannot be read is told and does not stop the ' +
        'others; the exit code is then 1.',
    )
    .argument('<file...>', 'WAV or FLAC')
    .option('--model <folder>', 'a model that `ser train` has left')
    .option('--top <n>', 'show only the n likeliest emotions', wholeNumber('--top', { min: 1 }))
    .addOption(engineOption())
    .addOption(jsonOption())
    .action((files: string[], options: PredictOptions) => predict(io, files, options));
  refuseUnbuiltOptions(command, ['--window <seconds>', '--hop <seconds>']);
  addExamples(
    command,
    'ser predict clip.wav --model runs/ravdess/model',
    'ser predict *.wav --model runs/ravdess/model --top 1 --json',
  );
}

async function predict(io: CommandIo, files: readonly string[], options: PredictOptions): Promise<void> {
  const { model, top, engine, json } = options;
  if (model === undefined) {
    throw new UsageError(
      'not-built-yet',
      '`ser predict` without `--model` is not built yet. Give `--model FOLDER`.',
    );
  }
  const results = await predictFiles(io, files, { model, top, engine, quiet: json === true });
  if (json) writeJson(io, results.map(fileResultJson));
  requireAllDone(results);
}
