import type { Command } from 'commander';
import type { CommandIo } from '../commandIo.js';
import { fileResultJson, requireAllDone } from '../eachFile.js';
import { type EngineChoice, engineOption } from '../options/engine.js';
import { jsonOption } from '../options/jsonOption.js';
import { modelOption } from '../options/model.js';
import { probability, wholeNumber } from '../options/number.js';
import { hopOption, windowOption } from '../options/windows.js';
import { predictFiles } from '../predictFiles.js';
import { addExamples } from '../show/help.js';
import { writeJson } from '../show/json.js';

interface PredictOptions {
  readonly model?: string;
  readonly window?: number;
  readonly hop?: number;
  readonly top?: number;
  readonly unsureBelow?: number;
  readonly engine: EngineChoice;
  readonly json?: true;
}

/** `ser predict FILE… [--model MODEL] [--window SECONDS --hop SECONDS]` */
export function addPredictCommand(program: Command, io: CommandIo): void {
  const command = program
    .command('predict')
    .summary('recognize the emotion of recordings')
    .description(
      "Recognizes the emotion of recordings with the bundled model or your own. A file without speech is reported as 'no " +
        "speech'. Unreadable files are reported, and the other files are still processed; the exit code is then 1.",
    )
    .argument(
      '<file...>',
      'WAV, FLAC, or AIFF files (MP3 and Ogg need an optional package; the error message names it)',
    )
    .addOption(modelOption())
    .addOption(windowOption('also predict windows of this many seconds (default with --hop: 3)'))
    .addOption(
      hopOption('seconds from one window to the next (default with --window: a third of the window)'),
    )
    .option(
      '--top <n>',
      'show only the n most likely emotions (default: all)',
      wholeNumber('--top', { min: 1 }),
    )
    .option(
      '--unsure-below <p>',
      'answer `unsure` where the most likely emotion has a lower probability than this, from 0 to 1 (default: 0)',
      probability('--unsure-below'),
    )
    .addOption(engineOption())
    .addOption(jsonOption())
    .action((files: string[], options: PredictOptions) => predict(io, files, options));
  addExamples(
    command,
    'ser predict clip.wav',
    'ser predict call.wav --window 3 --hop 1',
    'ser predict clip.wav --model general-small',
    'ser predict *.wav --model runs/ravdess/model --top 1 --json',
  );
}

async function predict(
  io: CommandIo,
  files: readonly string[],
  { model, window, hop, top, unsureBelow, engine, json }: PredictOptions,
): Promise<void> {
  const windows = window === undefined && hop === undefined ? undefined : { window, hop };
  const results = await predictFiles(io, files, {
    ...{ model, top, unsureBelow, engine, windows },
    quiet: json === true,
  });
  if (json) writeJson(io, results.map(fileResultJson));
  requireAllDone(results);
}
