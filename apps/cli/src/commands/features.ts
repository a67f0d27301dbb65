import { basename, extname, join } from 'node:path';
import { SerError } from '@ser/core';
import type { FeatureDescription, Features } from '@ser/dsp';
import type { Command } from 'commander';
import type { CommandIo } from '../commandIo.js';
import { eachFile, failureLine, fileResultJson, requireAllDone } from '../eachFile.js';
import { isFeatureFile, writeFeatureFile } from '../featureFile.js';
import { fromCwd } from '../fromCwd.js';
import { expandPatterns, inputPath } from '../inputFiles.js';
import { readFeatureDescription } from '../options/featureDescription.js';
import { jsonOption } from '../options/jsonOption.js';
import { wholeNumber } from '../options/number.js';
import { encoderProgress } from '../show/encoderProgress.js';
import { addExamples } from '../show/help.js';
import { writeJson } from '../show/json.js';
import { printable } from '../show/printable.js';
import { UsageError } from '../usageError.js';

interface FeaturesOptions {
  readonly features: string;
  readonly out: string;
  readonly sampleRate?: number;
  readonly json?: true;
}

/** `ser features FILE… --features JSON|FILE --out X.npy|X.csv` */
export function addFeaturesCommand(program: Command, io: CommandIo): void {
  const command = program
    .command('features')
    .summary('compute features of recordings as NPY or CSV')
    .description(
      'Computes features of recordings and writes them as NPY (little-endian float32, C order) or CSV: one row per frame, ' +
        'or one row per recording for functionals and the encoder.',
    )
    .argument(
      '<file...>',
      'WAV, FLAC, or AIFF files (MP3 and Ogg need an optional package; the error message names it)',
    )
    .requiredOption('--features <json|file>', 'the features to compute, as JSON or a JSON file')
    .requiredOption(
      '--out <path>',
      'X.npy or X.csv; for several recordings, a folder that receives one .npy file each',
    )
    .option(
      '--sample-rate <hz>',
      'resample to this rate first (default: the one in --features)',
      wholeNumber('--sample-rate', { min: 1 }),
    )
    .addOption(jsonOption())
    .action((files: string[], options: FeaturesOptions) => writeFeatures(io, files, options));
  addExamples(
    command,
    `ser features clip.wav --features '{"sampleRate": 22050, "features": [{"name": "mfcc", "nMfcc": 40}]}' --out mfcc.npy`,
    'ser features a.wav b.wav --features mfcc.json --out features/',
    `ser features clip.wav --features '{"sampleRate": 16000, "features": [{"name": "encoder"}]}' --out encoder.npy`,
    `ser features clip.wav --features '{"sampleRate": 16000, "features": [{"name": "encoder", "model": "./wavlm-base", "layers": [6, 7]}]}' --out wavlm.npy`,
  );
}

interface WrittenFeatures {
  readonly out: string;
  readonly shape: readonly number[];
  readonly names: readonly string[];
}

async function writeFeatures(
  io: CommandIo,
  typed: readonly string[],
  options: FeaturesOptions,
): Promise<void> {
  const files = await expandPatterns(io, typed);
  const outs = outputPaths(files, options.out);
  const description = await readFeatureDescription(io, options.features, options.sampleRate);
  const { openFeatures } = await import('@ser/encoder');
  const { onEvent, stop } = encoderProgress(io);
  const source = await openFeatures(description, { signal: io.signal, onEvent }).finally(stop);
  const { readAudio } = await import('@ser/audio-io/node');
  const { sampleRate } = description;
  const work = async (file: string) => {
    const path = await inputPath(io, file);
    const clip = await readAudio(path, { sampleRate, maxSeconds: longestClip, signal: io.signal }).catch(
      (error: unknown) => {
        throw withAdvice(error, file);
      },
    );
    const out = outs.get(file)!;
    const features = shaped(await source.extract(clip), description);
    await writeFeatureFile(fromCwd(io, out), features);
    return { out, shape: features.shape, names: features.names };
  };
  const results = await eachFile<WrittenFeatures>(io, files, {
    title: 'features',
    work,
    onResult(result) {
      if ('failure' in result) io.stderr.write(failureLine(result));
      else if (!options.json) io.stdout.write(`${printable(writtenText(result.file, result.answer))}\n`);
    },
  }).finally(() => source.close?.());
  if (options.json) writeJson(io, results.map(fileResultJson));
  requireAllDone(results);
}

/** In seconds. Frames depend on the whole recording: on its loudest frame, and on the frames around them. */
const longestClip = 600;

function withAdvice(error: unknown, file: string): unknown {
  if (!(error instanceof SerError) || error.code !== 'audio-too-long') return error;
  return new SerError(
    'audio-too-long',
    `${file}: Features are computed of recordings of at most ${longestClip} s; this one is longer. ` +
      'Cut it first: `ffmpeg -i in.wav -f segment -segment_time 600 part-%03d.wav`.',
    { file, cause: error },
  );
}

function writtenText(file: string, { out, shape }: WrittenFeatures): string {
  return `${out}  [${shape.join(', ')}]  from ${file}`;
}

/** Features of which every clip has one row, by definition. */
const wholeClipFeatures: readonly string[] = ['functionals', 'encoder'];

function shaped({ data, names, nFrames, nFeatures }: Features, description: FeatureDescription) {
  const { functionals = [], features } = description;
  const hasOneRow = functionals.length > 0 || features.some(({ name }) => wholeClipFeatures.includes(name));
  return { data, names, shape: hasOneRow ? [nFeatures] : [nFrames, nFeatures] };
}

/** The output path of each file. */
function outputPaths(files: readonly string[], out: string): ReadonlyMap<string, string> {
  const [first, ...others] = files;
  if (others.length > 0) return pathsInFolder(files, out);
  if (isFeatureFile(out)) return new Map([[first!, out]]);
  throw new UsageError(
    'invalid-option',
    `\`--out\` must end in .npy or .csv for one recording; got \`${out}\`.`,
  );
}

function pathsInFolder(files: readonly string[], folder: string): ReadonlyMap<string, string> {
  if (isFeatureFile(folder)) {
    throw new UsageError(
      'invalid-option',
      `\`--out\` must be a folder for ${files.length} recordings; got \`${folder}\`.`,
    );
  }
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
