import type { Recognizer } from '@ser/recognizer';
import type { CommandIo } from '../commandIo.js';
import { describeFailure, type Failure } from '../failure.js';
import { fromCwd } from '../fromCwd.js';
import { inputPath } from '../inputFiles.js';
import { answerOf, type FilePrediction } from '../predictFiles.js';
import { Interruption } from '../interruption.js';
import { predictRead, type ReadRecording, readRecording } from '../predictRecording.js';
import { startProgress } from '../show/progress.js';
import { UsageError } from '../usageError.js';
import { AnswerFile, answerFormatOf, type AnswerRow } from './answerFile.js';
import { allColumns, answerRow } from './answerRow.js';
import type { InputClip, InputClips } from './inputClips.js';
import { inOrder } from './inOrder.js';
import { modelIdentity } from './modelIdentity.js';
import { RemainingClips } from './remainingClips.js';

export interface PredictToFileOptions {
  readonly recognizer: Recognizer;
  readonly inputs: InputClips;
  /** As typed. */
  readonly out: string;
  readonly top: number | undefined;
  readonly unsureBelow: number | undefined;
}

/** What was written to a file of answers. */
export interface WrittenAnswers {
  readonly out: string;
  /** Number of rows in the file. */
  readonly rows: number;
  /** Number of rows that an earlier command had written. */
  readonly kept: number;
  /** Number of recordings that failed; their rows have an `error`. */
  readonly failed: number;
  /** Number of answers of this command, by label. */
  readonly predictions: Readonly<Record<string, number>>;
}

/**
 * Predicts recordings and writes one row each to a file, as they are done. Rows that the same model wrote earlier are kept;
 * failed recordings are tried again.
 *
 * @throws {UsageError} `invalid-option` for a file that cannot be continued
 */
export async function predictToFile(io: CommandIo, options: PredictToFileOptions): Promise<WrittenAnswers> {
  const { recognizer, inputs, out, top } = options;
  const format = answerFormatOf(out);
  const { fileColumn, columns } = inputs;
  const { labels, dimensions } = recognizer;
  const columnsOptions = { format, labels, dimensions, top, fileColumn, columns };
  const model = await modelIdentity(recognizer);
  const work = new RemainingClips(inputs.clips, columnsOptions);
  const file = await AnswerFile.open({
    ...{ path: fromCwd(io, out), format, columns: allColumns(columnsOptions), now: io.now },
    keep(row) {
      requireSameModel(row, model, out);
      if (!isAnswered(row)) return !work.has(row);
      work.take(row);
      return true;
    },
  });
  const counts = new Map<string, number>();
  let failed = 0;
  try {
    await predictEach(io, recognizer, work.clips, options, async (clip, outcome) => {
      if ('failure' in outcome) failed++;
      else counts.set(outcome.answer.label, (counts.get(outcome.answer.label) ?? 0) + 1);
      await file.append(answerRow(clip, outcome, model, columnsOptions));
    });
  } catch (error) {
    throw io.signal.aborted ? interruption(out) : error;
  } finally {
    await file.close();
  }
  await file.finish();
  const kept = file.kept.length;
  return { out, rows: kept + work.clips.length, kept, failed, predictions: Object.fromEntries(counts) };
}

function interruption(out: string): Interruption {
  return new Interruption(`Interrupted. The answers so far are kept; the same command continues \`${out}\`.`);
}

type Outcome = { readonly answer: Omit<FilePrediction, 'model'> } | { readonly failure: Failure };

async function predictEach(
  io: CommandIo,
  recognizer: Recognizer,
  clips: readonly InputClip[],
  { top, unsureBelow }: PredictToFileOptions,
  onOutcome: (clip: InputClip, outcome: Outcome) => Promise<void>,
): Promise<void> {
  const progress = startProgress(io, 'predicting', clips.length);
  let done = 0;
  const read = (clip: InputClip) => attempt(io, () => readInput(io, clip));
  const predicted = async (recording: ReadRecording): Promise<{ answer: Omit<FilePrediction, 'model'> }> => {
    const { whole } = await predictRead(io, recognizer, recording);
    return { answer: answerOf(whole, { top, unsureBelow }) };
  };
  try {
    await inOrder(clips, read, async (clip, result) => {
      io.signal.throwIfAborted();
      const outcome = 'failure' in result ? result : await attempt(io, () => predicted(result));
      io.signal.throwIfAborted();
      await onOutcome(clip, outcome);
      progress.update(++done);
    });
  } finally {
    progress.stop();
  }
}

async function readInput(
  io: CommandIo,
  { file, path: inTable, start, end }: InputClip,
): Promise<ReadRecording> {
  const path = await inputPath(io, inTable ?? file);
  return readRecording(io, { file, path, start, end, notes: false });
}

/** The result, or why there is none. After Ctrl-C, the caller writes no more rows. */
async function attempt<T>(io: CommandIo, work: () => Promise<T>): Promise<T | { readonly failure: Failure }> {
  try {
    return await work();
  } catch (error) {
    const failure = describeFailure(error);
    if (failure.code === 'bug' && !io.signal.aborted) throw error;
    return { failure };
  }
}

function isAnswered({ error }: AnswerRow): boolean {
  return error === undefined || error === '';
}

function requireSameModel({ predicted_by: by }: AnswerRow, model: string, out: string): void {
  if (by === model) return;
  throw new UsageError(
    'invalid-option',
    `\`${out}\` has answers of the model ${String(by)}; this model is ${model}. Choose another \`--out\`, or delete the file.`,
    { file: out },
  );
}
