import type { CommandIo } from './commandIo.js';
import { describeFailure, type Failure } from './failure.js';
import { ReportedFailure } from './reportedFailure.js';
import { printable, printableLines } from './show/printable.js';
import { startProgress } from './show/progress.js';

/** The result for one of the files that were typed. */
export type FileResult<T> =
  { readonly file: string; readonly answer: T } | { readonly file: string; readonly failure: Failure };

export interface EachFileOptions<T> {
  /** The task, for the progress display. */
  readonly title: string;
  /** The work on one file. */
  readonly work: (file: string) => Promise<T>;
  /** Called as each file is done, so that answers show early. */
  readonly onResult?: (result: FileResult<T>) => void;
}

/**
 * Processes each file. A file that fails is reported, and the others are still processed.
 *
 * @returns one result per file, in the order typed
 */
export async function eachFile<T>(
  io: CommandIo,
  files: readonly string[],
  { title, work, onResult }: EachFileOptions<T>,
): Promise<readonly FileResult<T>[]> {
  const progress = files.length > manyFiles ? startProgress(io, title, files.length) : undefined;
  const results: FileResult<T>[] = [];
  try {
    for (const file of files) {
      io.signal.throwIfAborted();
      const result = await attempt(io, file, work);
      results.push(result);
      onResult?.(result);
      progress?.update(results.length);
    }
  } finally {
    progress?.stop();
  }
  return results;
}

/** Fewer files need no progress display. */
const manyFiles = 20;

async function attempt<T>(
  io: CommandIo,
  file: string,
  work: (file: string) => Promise<T>,
): Promise<FileResult<T>> {
  try {
    return { file, answer: await work(file) };
  } catch (error) {
    const failure = describeFailure(error);
    if (io.signal.aborted || failure.code === 'bug') throw error;
    return { file, failure };
  }
}

/** A failure as a line of standard error; it always names the file. */
export function failureLine({ file, failure }: { readonly file: string; readonly failure: Failure }): string {
  const { message } = failure;
  const text = message.includes(file)
    ? message.replaceAll(file, printable(file))
    : `${printable(file)}: ${message}`;
  return `error: ${printableLines(text)}\n`;
}

/** The JSON of one result: the answer with its file, or `{ file, error: { code, message } }`. */
export function fileResultJson<T extends object>(result: FileResult<T>): object {
  if ('answer' in result) return { file: result.file, ...result.answer };
  const { code, message } = result.failure;
  return { file: result.file, error: { code, message } };
}

/** @throws {ReportedFailure} when a file failed, so that the command ends with exit code 1 */
export function requireAllDone(results: readonly FileResult<unknown>[]): void {
  if (results.some((result) => 'failure' in result)) throw new ReportedFailure();
}
