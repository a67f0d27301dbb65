import { rm } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import type { FeatureDescription, Features } from '@ser/dsp';
import type { Command } from 'commander';
import { modelFeatures, openSource, readClipOf } from '../batch/clipFeatures.js';
import { isFeatureTable } from '../batch/featureTable.js';
import { inputClips } from '../batch/inputClips.js';
import { writeTable } from '../batch/featuresToFile.js';
import type { CommandIo } from '../commandIo.js';
import { eachFile, failureLine, fileResultJson, requireAllDone } from '../eachFile.js';
import { isFeatureFile, writeFeatureFile } from '../featureFile.js';
import { fromCwd } from '../fromCwd.js';
import { type FeatureDefaults, readFeatureDescription } from '../options/featureDescription.js';
import { addExecutorOptions, type ExecutorOptions, withExecutor } from '../options/executor.js';
import { jsonOption } from '../options/jsonOption.js';
import { wholeNumber } from '../options/number.js';
import { columnsOption } from '../options/ownData.js';
import { pluginOption } from '../options/plugin.js';
import { addExamples } from '../show/help.js';
import { writeJson } from '../show/json.js';
import { printable } from '../show/printable.js';
import { UsageError } from '../usageError.js';

interface FeaturesOptions extends ExecutorOptions {
  readonly features?: string;
  readonly model?: string;
  readonly out: string;
  readonly sampleRate?: number;
  readonly columns?: Readonly<Record<string, string>>;
  readonly json?: true;
}

/** `ser features FILE|FOLDER|TABLE… --features NAMES|JSON|FILE --out X.npy|X.csv|X.parquet` */
export function addFeaturesCommand(program: Command, io: CommandIo): void {
  const command = program
    .command('features')
    .summary('compute features of recordings as NPY, CSV, or Parquet')
    .description(
      'Computes features of recordings. For one recording: NPY (little-endian float32, C order) or CSV with one row per ' +
        'frame, or one row for functionals and the encoder. For several recordings, a folder, or a table: one row per ' +
        'recording with its file name as CSV or Parquet, or as NPY with the names in X.names.json beside it.',
    )
    .argument(
      '<file...>',
      'WAV, FLAC, or AIFF files (MP3 and Ogg need an optional package; the error message names it), folders, or tables ' +
        'with a column `path`',
    )
    .option(
      '--features <names|json|file>',
      'the features to compute: names such as mfcc,rms (default settings at 16 kHz; in a table their means and standard ' +
        'deviations), JSON, or a JSON file (default: those of --model)',
    )
    .option(
      '--model <model>',
      'the features of a model, for example for an ONNX file of `ser export` (default: those of --features)',
    )
    .requiredOption(
      '--out <path>',
      'X.npy, X.csv, or X.parquet; or for several recordings, a folder that receives one .npy file each',
    )
    .option(
      '--sample-rate <hz>',
      'resample to this rate first (default: the one in --features)',
      wholeNumber('--sample-rate', { min: 1 }),
    )
    .addOption(columnsOption())
    .addOption(pluginOption())
    .addOption(jsonOption())
    .action((files: string[], options: FeaturesOptions) => computeFeatures(io, files, options));
  addExecutorOptions(command);
  addExamples(
    command,
    'ser features recordings/ --features mfcc,rms --out all.csv',
    'ser features clips.csv --features functionals --out all.parquet',
    'ser features recordings/ --model runs/ravdess/model --out all.npy',
    `ser features clip.wav --features '{"sampleRate": 22050, "features": [{"name": "mfcc", "nMfcc": 40}]}' --out mfcc.npy`,
    'ser features a.wav b.wav --features mfcc.json --out features/',
    `ser features clip.wav --features '{"sampleRate": 16000, "features": [{"name": "encoder"}]}' --out encoder.npy`,
    `ser features clip.wav --features '{"sampleRate": 16000, "features": [{"name": "encoder", "model": "./wavlm-base", "layers": [6, 7]}]}' --out wavlm.npy`,
  );
}

async function computeFeatures(
  io: CommandIo,
  typed: readonly string[],
  options: FeaturesOptions,
): Promise<void> {
  const { out, sampleRate, columns, json } = options;
  const inputs = await inputClips(io, typed, columns);
  const { clips, isListed } = inputs;
  const isTable =
    isFeatureTable(out) && (isListed || clips.length > 1 || extname(out).toLowerCase() === '.parquet');
  const outs = isTable
    ? undefined
    : outputPaths(
        clips.map(({ file }) => file),
        out,
      );
  const description = await descriptionOf(io, options, { sampleRate, perClip: isTable });
  if (!outs) {
    return withExecutor(io, options, { out, store: `${out}.jobs` }, async (executor) => {
      await writeTable(io, inputs, description, { out, json: json === true, executor });
      if (executor && options.store === undefined) await removeJobs(io, out);
    });
  }
  if (options.executor !== undefined) {
    throw new UsageError(
      'invalid-option',
      '`--executor` needs several recordings and one table; got one recording, or a folder as `--out`. Choose X.csv, X.npy, or X.parquet.',
    );
  }
  return writeFeatures(io, outs, description, json === true);
}

/** The results of the jobs are in the table now. */
async function removeJobs(io: CommandIo, out: string): Promise<void> {
  await rm(fromCwd(io, `${out}.jobs`), { recursive: true, force: true });
}

async function descriptionOf(
  io: CommandIo,
  { features, model }: FeaturesOptions,
  defaults: FeatureDefaults,
): Promise<FeatureDescription> {
  if ((features === undefined) === (model === undefined)) {
    throw new UsageError('missing-option', 'One of `--features` and `--model` is required.');
  }
  return features === undefined ? modelFeatures(io, model!) : readFeatureDescription(io, features, defaults);
}

interface WrittenFeatures {
  readonly out: string;
  readonly shape: readonly number[];
  readonly names: readonly string[];
}

async function writeFeatures(
  io: CommandIo,
  outs: ReadonlyMap<string, string>,
  description: FeatureDescription,
  json: boolean,
): Promise<void> {
  const source = await openSource(io, description);
  const work = async (file: string) => {
    const out = outs.get(file)!;
    const hasOneRow = source.nFrames === 1 && description.segment === undefined;
    const features = shaped(await source.extract(await readClipOf(io, { file }, description)), hasOneRow);
    await writeFeatureFile(fromCwd(io, out), features);
    return { out, shape: features.shape, names: features.names };
  };
  const results = await eachFile<WrittenFeatures>(io, [...outs.keys()], {
    title: 'features',
    work,
    onResult(result) {
      if ('failure' in result) io.stderr.write(failureLine(result));
      else if (!json) io.stdout.write(`${printable(writtenText(result.file, result.answer))}\n`);
    },
  }).finally(() => source.close?.());
  if (json) writeJson(io, results.map(fileResultJson));
  requireAllDone(results);
}

function writtenText(file: string, { out, shape }: WrittenFeatures): string {
  return `${out}  [${shape.join(', ')}]  from ${file}`;
}

/** @param hasOneRow whether every clip has one row, by definition */
function shaped({ data, names, nFrames, nFeatures }: Features, hasOneRow: boolean) {
  return { data, names, shape: hasOneRow ? [nFeatures] : [nFrames, nFeatures] };
}

/** The output path of each file. */
function outputPaths(files: readonly string[], out: string): ReadonlyMap<string, string> {
  const [first, ...others] = files;
  if (others.length > 0) return pathsInFolder(files, out);
  if (isFeatureFile(out)) return new Map([[first!, out]]);
  throw new UsageError(
    'invalid-option',
    `\`--out\` must end in .npy, .csv, or .parquet for one recording; got \`${out}\`.`,
  );
}

function pathsInFolder(files: readonly string[], folder: string): ReadonlyMap<string, string> {
  const sources = new Map<string, string>();
  for (const file of files) {
    const path = join(folder, `${basename(file, extname(file))}.npy`);
    const other = sources.get(path);
    if (other !== undefined) {
      throw new UsageError(
        'invalid-option',
        `\`${other}\` and \`${file}\` would both be written to \`${path}\`. Run two commands with different folders.`,
      );
    }
    sources.set(path, file);
  }
  return new Map([...sources].map(([path, file]) => [file, path]));
}
