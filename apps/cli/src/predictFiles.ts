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
  const { readAudio } = await import('@ser/audio-io/node');
  const clip = await readAudio(await inputPath(io, file), { signal: io.signal });
  const whole = await recognizer.predict(clip);
  if (windows === undefined) return answerOf(whole, top);
  const segments = await recognizer.segments(clip, { ...windows, signal: io.signal });
  return { ...answerOf(overall(whole, segments), top), segments: segments.map((one) => segmentOf(one, top)) };
}

/** The mean over the windows with speech. */
function overall(whole: Prediction, segments: readonly Segment[]): Prediction {
  const spoken = segments.filter(({ speech }) => speech);
  if (!whole.speech || spoken.length === 0) return whole;
  const mean = (label: string) =>
    spoken.reduce((sum, { probabilities }) => sum + probabilities[label]!, 0) / spoken.length;
  const probabilities = Object.fromEntries(
    Object.keys(whole.probabilities).map((name) => [name, mean(name)]),
  );
  return { ...whole, label: ranked(probabilities)[0]![0], probabilities };
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
