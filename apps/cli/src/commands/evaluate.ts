import { join } from 'node:path';
import type { EvaluationResult } from '@ser/experiments';
import type { Command } from 'commander';
import type { CommandIo } from '../commandIo.js';
import { fromCwd } from '../fromCwd.js';
import { openEngine, openModel } from '../openModel.js';
import { dataHelp, readData } from '../options/data.js';
import { type EngineChoice, engineOption } from '../options/engine.js';
import { jsonOption } from '../options/jsonOption.js';
import { modelOption } from '../options/model.js';
import { addOwnDataOptions, type OwnDataOptions } from '../options/ownData.js';
import { seedOption } from '../options/seed.js';
import { pluginOption } from '../options/plugin.js';
import { addExamples } from '../show/help.js';
import { writeJson } from '../show/json.js';
import { printableLines } from '../show/printable.js';
import { RunProgress } from '../show/runProgress.js';
import { typedCommand } from '../typedCommand.js';
import { scoresText } from '../show/scoresText.js';

interface EvaluateOptions extends OwnDataOptions {
  readonly model?: string;
  readonly data: readonly string[];
  readonly out?: string;
  readonly allowTrainedSpeakers?: true;
  readonly seed?: number;
  readonly engine: EngineChoice;
  readonly json?: true;
}

/** `ser evaluate [--model MODEL] --data [CORPUS=]FOLDER… [--out RUN]` */
export function addEvaluateCommand(program: Command, io: CommandIo): void {
  const command = program
    .command('evaluate')
    .summary('evaluate a saved model on recordings')
    .description(
      'Evaluates a saved model on recordings. Clips of speakers it was trained on are rejected unless you allow them.',
    )
    .addOption(modelOption())
    .requiredOption('--data <path...>', dataHelp)
    .option('--out <run>', 'folder for the report, metrics, and predictions (default: nothing is written)')
    .option(
      '--allow-trained-speakers',
      'also evaluate speakers the model was trained on; the result is then speaker-dependent',
    )
    .addOption(seedOption('seed of the bootstrap over speakers (default: 1)'))
    .addOption(engineOption())
    .addOption(pluginOption())
    .addOption(jsonOption())
    .action((options: EvaluateOptions) => evaluateModel(io, options, typedCommand(io, program)));
  addOwnDataOptions(command);
  addExamples(
    command,
    'ser evaluate --model runs/ravdess/model --data PATH/TO/OTHER/VOICES --out runs/other-voices',
    'ser evaluate --data my.csv --map wütend=angry,froh=happy --out runs/mine',
    'ser evaluate --data crema-d=PATH/TO/CREMA-D --json',
  );
}

async function evaluateModel(io: CommandIo, options: EvaluateOptions, command: string): Promise<void> {
  const { model, out, json } = options;
  const { metrics } = await scoreModel(io, model, { ...options, command });
  const report = out === undefined ? null : join(out, 'report.html');
  if (json) return writeJson(io, { out: out ?? null, report, metrics });
  const place = report === null ? '' : `\n  report  ${report}\n`;
  io.stdout.write(printableLines(`\n${scoresText(metrics)}${place}`));
}

async function scoreModel(
  io: CommandIo,
  model: string | undefined,
  options: EvaluateOptions & { readonly command: string },
): Promise<EvaluationResult> {
  const { out, seed, command, allowTrainedSpeakers = false } = options;
  const { evaluate } = await import('@ser/experiments');
  const engine = await openEngine(io, options.engine);
  const { recognizer } = await openModel(io, model, engine);
  const progress = new RunProgress(io);
  try {
    const corpora = recognizer.card.trainedOn.map(({ corpus }) => corpus);
    return await evaluate(recognizer, {
      data: await readData(io, options.data, { corpora, own: options }),
      ...(out !== undefined && { out: fromCwd(io, out) }),
      ...(seed !== undefined && { seed }),
      allowTrainedSpeakers,
      command,
      engine,
      signal: io.signal,
      now: io.now,
      onEvent: (event) => (event.type === 'engine' ? undefined : progress.show(event)),
    });
  } finally {
    progress.stop();
    recognizer.dispose();
  }
}
