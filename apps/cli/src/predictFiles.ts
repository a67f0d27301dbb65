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
import { expandPatterns, inputPath } from './inputFiles.js';
import { predictRecording } from './predictRecording.js';
import type { EngineChoice } from './options/engine.js';
import { isSyntheticOnly, openChosenEngine, openRecognizer } from './openRecognizer.js';
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
  /** The answers for windows of the file, with `--window` or `--hop`. */
  readonly segments?: readonly FileSegment[];
}

export interface FileSegment extends Omit<FilePrediction, 'segments' | 'quality'> {
  /** In seconds. */
  readonly start: number;
  readonly end: number;
}

export interface PredictFilesOptions {
  /** The model's folder; undefined for the bundled model. */
  readonly model: string | undefined;
  /** The number of most likely labels to keep. @default all */
  readonly top: number | undefined;
  readonly engine: EngineChoice;
  /** How files are divided into windows. @default no windows */
  readonly windows?: WindowOptions | undefined;
  /** Whether the caller shows the answers. */
  readonly quiet: boolean;
}

/** Predicts each file with a saved model and shows each answer when it is ready. */
export async function predictFiles(
  io: CommandIo,
  typed: readonly string[],
  { model, engine, quiet, ...options }: PredictFilesOptions,
): Promise<readonly FileResult<FilePrediction>[]> {
  const files = await expandPatterns(io, typed);
  const recognizer = await openRecognizer(io, model, await openChosenEngine(io, engine));
  const isSynthetic = isSyntheticOnly(recognizer);
  try {
    return await eachFile<FilePrediction>(io, files, {
      title: 'predicting',
      work: (file) => predictFile(io, recognizer, file, options),
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
  file: string,
  { top, windows }: Pick<PredictFilesOptions, 'top' | 'windows'>,
): Promise<FilePrediction> {
  const path = await inputPath(io, file);
  const { whole, segments } = await predictRecording(io, recognizer, { file, path, windows });
  if (segments === undefined) return answerOf(whole, top);
  return { ...answerOf(whole, top), segments: segments.map((one) => segmentOf(one, top)) };
}

function segmentOf(segment: Segment, top: number | undefined): FileSegment {
  const { start, end } = segment;
  const { label, probabilities, speech, reason } = answerOf(segment, top);
  return { start, end, label, probabilities, speech, ...(reason !== undefined && { reason }) };
}

function answerOf(prediction: Prediction, top: number | undefined): FilePrediction {
  const { label, speech, quality } = prediction;
  const all = prediction.probabilities;
  const probabilities = top === undefined ? all : Object.fromEntries(ranked(all).slice(0, top));
  return { label, probabilities, speech, ...(!speech && { reason: prediction.reason }), quality };
}

function ranked(probabilities: Readonly<Record<string, number>>): [string, number][] {
  return Object.entries(probabilities).sort(([, a], [, b]) => b - a);
}
