import { SerError } from '@ser/core';
import type { AudioClip, FeatureDescription, FeatureSource } from '@ser/dsp';
import type { CommandIo } from '../commandIo.js';
import { inputPath } from '../inputFiles.js';
import { openModel } from '../openModel.js';
import { encoderProgress } from '../show/encoderProgress.js';
import { UsageError } from '../usageError.js';
import type { InputClip } from './inputClips.js';

/** Opens the features of a description. The caller closes them. */
export async function openSource(io: CommandIo, description: FeatureDescription): Promise<FeatureSource> {
  const { openFeatures } = await import('@ser/encoder');
  const { onEvent, stop } = encoderProgress(io);
  return openFeatures(description, { signal: io.signal, onEvent }).finally(stop);
}

/**
 * The description of the features of a model.
 *
 * @throws {UsageError} `invalid-option` for a model with several descriptions
 */
export async function modelFeatures(io: CommandIo, model: string): Promise<FeatureDescription> {
  const { recognizer } = await openModel(io, model, 'auto');
  const all = new Set(recognizer.members.map(({ features }) => JSON.stringify(features)));
  recognizer.dispose();
  const [first, ...others] = all;
  if (others.length === 0) return JSON.parse(first!) as FeatureDescription;
  throw new UsageError(
    'invalid-option',
    `The model has ${all.size} descriptions of features. Pass one of them, from its \`recognizer.json\`, with \`--features\`.`,
  );
}

/** Reads a recording, or the part of it that a table names, at the sample rate of the features. */
export async function readClipOf(
  io: CommandIo,
  { file, path: inTable, start, end }: InputClip,
  { sampleRate }: FeatureDescription,
): Promise<AudioClip> {
  const path = await inputPath(io, inTable ?? file);
  const { readClip } = await import('@ser/datasets/node');
  const options = { start, end, sampleRate, maxSeconds: longestClip, signal: io.signal };
  try {
    return await readClip(path, options);
  } catch (error) {
    throw withAdvice(error, file);
  }
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
