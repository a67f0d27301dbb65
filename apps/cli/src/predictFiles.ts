import type {
  NoSpeechReason,
  AudioQuality,
  Prediction,
  Recognizer,
  Segment,
  WindowOptions,
} from '@ser/recognizer';
import type { CommandIo } from './commandIo.js';
import { eachFile, failureLine, type FileResult } from './eachFile.js';
import { type InputClip, inputClips } from './batch/inputClips.js';
import { inputPath } from './inputFiles.js';
import { predictRecording } from './predictRecording.js';
import type { EngineChoice } from './options/engine.js';
import { isSyntheticOnly, openChosenEngine, openModel } from './openModel.js';
import { predictionText } from './show/predictionText.js';

/** The answer for a file, as `--json` gives it. */
export interface FilePrediction {
  readonly label: string;
  /** All, or with `--top` the most likely ones, best first; empty without speech. */
  readonly probabilities: Readonly<Record<string, number>>;
  readonly speech: boolean;
  /** Why there is no answer, if there is none. */
  readonly reason?: NoSpeechReason;
  readonly quality: AudioQuality;
  /** Values such as arousal and valence, if the model predicts some. */
  readonly dimensions?: Readonly<Record<string, number>>;
  /** The recipe of the model that answered; of a bundled model, its name. */
  readonly model: string;
  /** Why `general-small` answered instead of `general`; absent if it did not. */
  readonly fallback?: string;
  /** The answers for windows of the file, with `--window` or `--hop`. */
  readonly segments?: readonly FileSegment[];
}

export interface FileSegment extends Omit<FilePrediction, 'segments' | 'quality' | 'model' | 'fallback'> {
  /** In seconds. */
  readonly start: number;
  readonly end: number;
}

export interface PredictFilesOptions {
  /** The model's folder, or the name of a bundled model; undefined for the default. */
  readonly model: string | undefined;
  /** The number of most likely labels to keep. @default all */
  readonly top: number | undefined;
  /** Labels of a lower probability are `unsure`. @default 0 */
  readonly unsureBelow?: number | undefined;
  readonly engine: EngineChoice;
  /** How files are divided into windows. @default no windows */
  readonly windows?: WindowOptions | undefined;
  /** Headers of columns of tables that are named otherwise. @default none */
  readonly columns?: Readonly<Record<string, string>> | undefined;
  /** Whether the caller shows the answers. */
  readonly quiet: boolean;
}

/** Predicts each file with a saved model and shows each answer when it is ready. */
export async function predictFiles(
  io: CommandIo,
  typed: readonly string[],
  { model, engine, quiet, columns, ...options }: PredictFilesOptions,
): Promise<readonly FileResult<FilePrediction>[]> {
  const { clips } = await inputClips(io, typed, columns);
  const named = new Map(clips.map((clip) => [nameOf(clip), clip]));
  const { recognizer, fallback } = await openModel(io, model, await openChosenEngine(io, engine));
  const answeredBy = { model: recognizer.card.recipe, ...(fallback !== undefined && { fallback }) };
  const isSynthetic = isSyntheticOnly(recognizer);
  try {
    return await eachFile<FilePrediction>(io, clips.map(nameOf), {
      title: 'predicting',
      work: async (file) => ({
        ...(await predictFile(io, recognizer, named.get(file)!, options)),
        ...answeredBy,
      }),
      onResult(result) {
        if ('failure' in result) io.stderr.write(failureLine(result));
        else if (!quiet) io.stdout.write(predictionText(result.file, result.answer, { isSynthetic }));
      },
    });
  } finally {
    recognizer.dispose();
  }
}

async function predictFile(
  io: CommandIo,
  recognizer: Recognizer,
  { file, path: inTable, start, end }: InputClip,
  { windows, ...options }: AnswerOptions & Pick<PredictFilesOptions, 'windows'>,
): Promise<Omit<FilePrediction, 'model'>> {
  const path = await inputPath(io, inTable ?? file);
  const recording = { file, path, windows, start, end };
  const { whole, segments } = await predictRecording(io, recognizer, recording);
  if (segments === undefined) return answerOf(whole, options);
  return { ...answerOf(whole, options), segments: segments.map((one) => segmentOf(one, options)) };
}

/** `talk.wav#t=1.5,3` for a part of a file. */
function nameOf({ file, start, end }: InputClip): string {
  if (start === undefined && end === undefined) return file;
  return `${file}#t=${start ?? 0}${end === undefined ? '' : `,${end}`}`;
}

type AnswerOptions = Pick<PredictFilesOptions, 'top' | 'unsureBelow'>;

/** The answer for a window. */
export function segmentOf(segment: Segment, options: AnswerOptions): FileSegment {
  const { start, end } = segment;
  const { label, probabilities, speech, reason, dimensions } = answerOf(segment, options);
  return {
    ...{ start, end, label, probabilities, speech },
    ...(reason !== undefined && { reason }),
    ...(dimensions && { dimensions }),
  };
}

/** The answer for a whole recording. */
export function answerOf(
  prediction: Prediction,
  { top, unsureBelow = 0 }: AnswerOptions,
): Omit<FilePrediction, 'model'> {
  const { speech, quality } = prediction;
  const isUnsure = speech && prediction.probabilities[prediction.label]! < unsureBelow;
  const label = isUnsure ? 'unsure' : prediction.label;
  const all = prediction.probabilities;
  const probabilities = top === undefined ? all : Object.fromEntries(ranked(all).slice(0, top));
  return {
    ...{ label, probabilities, speech },
    ...(!speech && { reason: prediction.reason }),
    ...(speech && prediction.dimensions && { dimensions: prediction.dimensions }),
    quality,
  };
}

/** Most likely first. */
export function ranked(probabilities: Readonly<Record<string, number>>): [string, number][] {
  return Object.entries(probabilities).sort(([, a], [, b]) => b - a);
}
