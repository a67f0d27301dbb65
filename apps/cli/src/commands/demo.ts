import { join } from 'node:path';
import type { Utterance } from '@ser/datasets';
import type { RunResult } from '@ser/experiments';
import type { Command } from 'commander';
import type { CommandIo } from '../commandIo.js';
import { fileResultJson, type FileResult, requireAllDone } from '../eachFile.js';
import { fromCwd } from '../fromCwd.js';
import { isGeneralModelInstalled } from '../isGeneralModelInstalled.js';
import { type EngineChoice, engineOption } from '../options/engine.js';
import { jsonOption } from '../options/jsonOption.js';
import { wholeNumber } from '../options/number.js';
import { seedOption } from '../options/seed.js';
import { type FilePrediction, predictFiles, type PredictFilesOptions } from '../predictFiles.js';
import { addExamples } from '../show/help.js';
import { writeJson } from '../show/json.js';
import { printableLines } from '../show/printable.js';
import { trackProgress } from '../show/progress.js';
import { type RunPlaces, runPlaces, runSummary } from '../show/runSummary.js';
import { trainRecipe } from '../trainRecipe.js';
import { typedCommand } from '../typedCommand.js';

interface DemoOptions {
  readonly out: string;
  readonly seed: number;
  readonly epochs?: number;
  readonly engine: EngineChoice;
  readonly json?: true;
}

/** `ser demo`: the full pipeline on generated voices. */
export function addDemoCommand(program: Command, io: CommandIo): void {
  const command = program
    .command('demo')
    .summary('run the full pipeline on generated voices')
    .description(
      'Runs the full pipeline on generated voices: writes recordings, trains on some voices, evaluates on others, ' +
        'and predicts a clip of a voice that was not in the training data. Needs no corpus and no internet connection.',
    )
    .option(
      '--out <run>',
      'folder for the recordings (corpus/) and for the report and model (run/)',
      'runs/synthetic',
    )
    .addOption(seedOption('seed of the voices and of the training').default(1))
    .option(
      '--epochs <n>',
      "passes over the training clips (default: the recipe's)",
      wholeNumber('--epochs', { min: 1 }),
    )
    .addOption(engineOption())
    .addOption(jsonOption())
    .action((options: DemoOptions) => demo(io, options, typedCommand(io, program)));
  addExamples(command, 'ser demo', 'ser demo --out runs/other-voices --seed 2');
}

async function demo(io: CommandIo, options: DemoOptions, command: string): Promise<void> {
  io.stderr.write('This demo uses generated voices. Its results say nothing about human speech.\n');
  const { out, engine, json } = options;
  const corpus = join(out, 'corpus');
  const run = join(out, 'run');
  await makeVoices(io, corpus, options.seed);
  const result = await trainOn(io, corpus, run, { ...options, command });
  const places = runPlaces(run, result);
  const clip = unseenClip(result);
  const file = join(corpus, clip.path);
  if (!json) io.stdout.write(printableLines(runSummary(places, result) + introduction(clip)));
  const predictOptions = { top: undefined, engine, quiet: json === true };
  const predictions = await predictFiles(io, [file], { model: places.model!, ...predictOptions });
  const general = await predictByGeneralModel(io, file, predictOptions);
  if (!json) io.stdout.write(printableLines(nextSteps(io, places, file)));
  else {
    const answers = { predictions: predictions.map(fileResultJson), general: general.map(fileResultJson) };
    writeJson(io, { ...places, metrics: result.metrics, ...answers });
  }
  requireAllDone([...predictions, ...general]);
}

/** The same clip, predicted by the bundled model; nothing if that is not installed. */
async function predictByGeneralModel(
  io: CommandIo,
  file: string,
  predictOptions: Omit<PredictFilesOptions, 'model'>,
): Promise<readonly FileResult<FilePrediction>[]> {
  if (!(await isGeneralModelInstalled())) return [];
  if (!predictOptions.quiet) io.stdout.write(generalIntroduction);
  return predictFiles(io, [file], { model: undefined, ...predictOptions });
}

const generalIntroduction =
  '\nThe same clip, predicted by the bundled model, which was trained on human voices only:\n';

async function trainOn(
  io: CommandIo,
  corpus: string,
  run: string,
  { seed, epochs, engine, command }: DemoOptions & { readonly command: string },
): Promise<RunResult> {
  const { findRecipe } = await import('@ser/experiments');
  return trainRecipe(io, {
    recipe: findRecipe('synthetic-voices'),
    overrides: { seed, ...(epochs !== undefined && { epochs }) },
    data: [{ corpus: 'ravdess', folder: fromCwd(io, corpus) }],
    out: run,
    overwrite: true,
    engine,
    command,
  });
}

async function makeVoices(io: CommandIo, folder: string, seed: number): Promise<void> {
  const { writeSyntheticCorpus } = await import('@ser/synthetic/node');
  const { onProgress, stop } = trackProgress(io, 'voices');
  await writeSyntheticCorpus(fromCwd(io, folder), { seed, signal: io.signal, onProgress }).finally(stop);
}

/** The middle one of the tested clips: chosen by position, not by how well it is predicted. */
function unseenClip({ predictions }: RunResult): Utterance {
  return predictions[Math.floor(predictions.length / 2)]!.utterance;
}

function introduction({ speaker, emotion }: Utterance): string {
  return `\nA prediction for generated speaker ${speaker}, who is not in the training data, acting ${emotion}:\n`;
}

function nextSteps({ invocation }: CommandIo, { model }: RunPlaces, file: string): string {
  return `
Next, use human voices. RAVDESS is free for research at https://zenodo.org/records/1188976
(Audio_Speech_Actors_01-24.zip, CC BY-NC-SA 4.0). Unpack it, then type:

  ${invocation} train --recipe ravdess-cnn --data PATH/TO/RAVDESS --out runs/ravdess

Predict the same clip again, predict your own recording with the bundled model, or predict live:

  ${invocation} predict ${file} --model ${model}
  ${invocation} predict PATH/TO/YOUR.wav
  ${invocation} listen
`;
}
