import type { Recognizer } from '@ser/recognizer';
import type { CommandIo } from '../commandIo.js';
import { fromCwd } from '../fromCwd.js';
import { Interruption } from '../interruption.js';
import { startProgress } from '../show/progress.js';
import { UsageError } from '../usageError.js';
import { AnswerFile, answerFormatOf, type AnswerRow } from './answerFile.js';
import { allColumns, answerRows } from './answerRow.js';
import type { InputClip, InputClips } from './inputClips.js';
import { inOrder } from './inOrder.js';
import { modelIdentity } from './modelIdentity.js';
import { answerClip, type ClipOptions, type Outcome, readForAnswer } from './predictClip.js';
import { PredictPool } from './predictPool.js';
import { keptRows, RemainingClips } from './remainingClips.js';

export interface PredictToFileOptions extends ClipOptions {
  readonly recognizer: Recognizer;
  readonly inputs: InputClips;
  /** As typed. */
  readonly out: string;
  /** Engine that threads compute with. */
  readonly engine: string;
  /** Threads that predict; the answers do not depend on their number. @default 1 */
  readonly workers?: number | undefined;
  /** Plugins that threads load. @default none */
  readonly plugins?: readonly string[] | undefined;
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
  const hasWindows = options.windows !== undefined;
  const columnsOptions = { format, labels, dimensions, top, fileColumn, columns, hasWindows };
  const model = await modelIdentity(recognizer);
  const work = new RemainingClips(inputs.clips, columnsOptions);
  const file = await AnswerFile.open({
    ...{ path: fromCwd(io, out), format, columns: allColumns(columnsOptions), now: io.now },
    keep: (rows) => {
      for (const row of rows) requireSameModel(row, model, out);
      return keptRows(rows, work);
    },
  });
  const counts = new Map<string, number>();
  let failed = 0;
  let nRows = 0;
  try {
    await predictEach(io, work.clips, options, async (clip, outcome) => {
      if ('failure' in outcome) failed++;
      else counts.set(outcome.answer.label, (counts.get(outcome.answer.label) ?? 0) + 1);
      for (const row of answerRows(clip, outcome, model, columnsOptions)) {
        nRows++;
        await file.append(row);
      }
    });
  } catch (error) {
    throw io.signal.aborted ? interruption(out) : error;
  } finally {
    await file.close();
  }
  await file.finish();
  const kept = file.kept.length;
  return { out, rows: kept + nRows, kept, failed, predictions: Object.fromEntries(counts) };
}

function interruption(out: string): Interruption {
  return new Interruption(`Interrupted. The answers so far are kept; the same command continues \`${out}\`.`);
}

async function predictEach(
  io: CommandIo,
  clips: readonly InputClip[],
  options: PredictToFileOptions,
  onOutcome: (clip: InputClip, outcome: Outcome) => Promise<void>,
): Promise<void> {
  const { recognizer, workers = 1 } = options;
  const progress = startProgress(io, 'predicting', clips.length);
  let done = 0;
  const finish = async (clip: InputClip, outcome: Outcome): Promise<void> => {
    io.signal.throwIfAborted();
    await onOutcome(clip, outcome);
    progress.update(++done);
  };
  const nThreads = Math.min(workers, Math.floor(clips.length / clipsPerThread));
  try {
    if (nThreads > 1) return await predictInThreads(io, clips, { ...options, nThreads }, finish);
    await inOrder(
      clips,
      (clip) => readForAnswer(io, clip, options),
      async (clip, read) => {
        io.signal.throwIfAborted();
        await finish(clip, await answerClip(io, recognizer, read, options));
      },
    );
  } finally {
    progress.stop();
  }
}

/** Starting a thread, which loads the model, takes about as long as answering this many clips. */
const clipsPerThread = 20;

async function predictInThreads(
  io: CommandIo,
  clips: readonly InputClip[],
  {
    recognizer,
    engine,
    plugins = [],
    nThreads,
    ...options
  }: PredictToFileOptions & { readonly nThreads: number },
  finish: (clip: InputClip, outcome: Outcome) => Promise<void>,
): Promise<void> {
  const { top, unsureBelow, windows } = options;
  const { cwd, env } = io;
  const data = {
    ...{ files: await recognizer.toFiles(), engine, cwd, env: { ...env }, plugins },
    options: { top, unsureBelow, windows },
  };
  const pool = new PredictPool(data, nThreads);
  const stop = () => void pool.close();
  io.signal.addEventListener('abort', stop, { once: true });
  try {
    await inOrder(clips, (clip) => pool.answer(clip), finish, 4 * nThreads);
  } finally {
    io.signal.removeEventListener('abort', stop);
    await pool.close();
  }
}

function requireSameModel({ predicted_by: by }: AnswerRow, model: string, out: string): void {
  if (by === model) return;
  throw new UsageError(
    'invalid-option',
    `\`${out}\` has answers of the model ${String(by)}; this model is ${model}. Choose another \`--out\`, or delete the file.`,
    { file: out },
  );
}
