import type { Command } from 'commander';
import type { CommandIo } from '../commandIo.js';
import { fileResultJson, requireAllDone } from '../eachFile.js';
import { type EngineChoice, engineOption } from '../options/engine.js';
import { jsonOption } from '../options/jsonOption.js';
import { modelOption } from '../options/model.js';
import { probability, wholeNumber } from '../options/number.js';
import { columnsOption } from '../options/ownData.js';
import { fromCwd } from '../fromCwd.js';
import { hopOption, windowOption } from '../options/windows.js';
import { workersOption } from '../options/workers.js';
import { predictFiles } from '../predictFiles.js';
import { predictTable } from './predictTable.js';
import { predictUtterances } from './predictUtterances.js';
import { pluginOption } from '../options/plugin.js';
import { addExamples } from '../show/help.js';
import { writeJson } from '../show/json.js';
import { UsageError } from '../usageError.js';

interface PredictOptions {
  readonly model?: string;
  readonly window?: number;
  readonly hop?: number;
  readonly top?: number;
  readonly unsureBelow?: number;
  readonly engine: EngineChoice;
  readonly json?: true;
  readonly out?: string;
  readonly utterances?: true;
  readonly columns?: Readonly<Record<string, string>>;
  readonly workers: number;
  readonly plugin?: readonly string[];
}

/** `ser predict FILE|FOLDER|TABLE… [--model MODEL] [--window SECONDS --hop SECONDS] [--out FILE] [--utterances]` */
export function addPredictCommand(program: Command, io: CommandIo): void {
  const command = program
    .command('predict')
    .summary('recognize the emotion of recordings')
    .description(
      "Recognizes the emotion of recordings with the bundled model or your own. A file without speech is reported as 'no " +
        "speech'. Unreadable files are reported, and the other files are still processed; the exit code is then 1. With " +
        '--out, one row per recording is written, with the columns of a table kept; the same command continues after an ' +
        'interruption. With --utterances, long recordings are divided at pauses.',
    )
    .argument(
      '<file...>',
      'WAV, FLAC, or AIFF files (MP3 and Ogg need an optional package; the error message names it), folders, or tables ' +
        '(CSV, TSV, or JSON lines) with a column `path`, and optionally `start` and `end`',
    )
    .addOption(modelOption())
    .option(
      '--out <file>',
      'write the answers to X.csv, X.tsv, X.jsonl, or X.json; with --utterances X.csv, X.jsonl, X.vtt (captions), X.txt ' +
        '(Audacity), or X.eaf (ELAN) (default: print the answers)',
    )
    .option('--utterances', 'answer for each utterance of a long recording, with its start and end')
    .addOption(columnsOption())
    .addOption(
      windowOption(
        'also predict windows of this many seconds; with --out, one row each (default with --hop: 3)',
      ),
    )
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
    .addOption(workersOption('number of threads that predict with --out; answers do not depend on it'))
    .addOption(engineOption())
    .addOption(pluginOption())
    .addOption(jsonOption())
    .action((files: string[], options: PredictOptions) => predict(io, files, options));
  addExamples(
    command,
    'ser predict clip.wav',
    'ser predict call.wav --window 3 --hop 1',
    'ser predict clip.wav --model general-small',
    'ser predict *.wav --model runs/ravdess/model --top 1 --json',
    'ser predict recordings/ --out answers.csv',
    'ser predict calls.csv --out answers.csv --top 3',
    'ser predict recordings/ --window 3 --hop 1 --out windows.csv --workers 4',
    'ser predict call.wav --utterances --out call.vtt',
  );
}

async function predict(
  io: CommandIo,
  files: readonly string[],
  { window, hop, json, out, utterances, columns, workers, plugin, ...options }: PredictOptions,
): Promise<void> {
  const windows = window === undefined && hop === undefined ? undefined : { window, hop };
  if (windows !== undefined && utterances) {
    throw new UsageError(
      'invalid-option',
      '`--window` and `--hop` must not be used with `--utterances`, which divides recordings at pauses. Leave one of them out.',
    );
  }
  const { model, top, unsureBelow, engine } = options;
  const chosen = { model, engine, unsureBelow, json: json === true };
  if (utterances) return predictUtterances(io, files, { ...chosen, out });
  if (out !== undefined) {
    const plugins = plugin?.map((file) => fromCwd(io, file));
    return predictTable(io, files, { ...chosen, out, top, columns, windows, workers, plugins });
  }
  const results = await predictFiles(io, files, {
    ...{ model, top, unsureBelow, engine, windows, columns },
    quiet: json === true,
  });
  if (json) writeJson(io, results.map(fileResultJson));
  requireAllDone(results);
}
