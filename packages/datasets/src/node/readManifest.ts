import { readFile, stat } from 'node:fs/promises';
import { basename, dirname, extname, resolve } from 'node:path';
import { DatasetError } from '../errors.js';
import type { ColumnNames } from '../manifest/columns.js';
import { parseTable, type TableUtterance } from '../manifest/parseManifest.js';
import type { PathSpeakerOptions } from '../manifest/pathSpeaker.js';
import type { Utterance } from '../utterance.js';

/** Options of `readManifest`. */
export interface ReadManifestOptions extends PathSpeakerOptions {
  /** Name of the corpus that the recordings form. @default the file name of the table without its extension */
  readonly corpus?: string | undefined;
  /** Names for label words of the table, for example `{ wütend: 'angry' }`. @default none */
  readonly map?: Readonly<Record<string, string>> | undefined;
  /** Headers of columns that are named otherwise, for example `{ label: 'Stimmung' }`. @default none */
  readonly columns?: ColumnNames | undefined;
  /**
   * Called with the error of each row that cannot be used; the other rows are read. Recordings that do not exist are then
   * not looked for.
   *
   * @default the first error is thrown
   */
  readonly onProblem?: ((problem: DatasetError) => void) | undefined;
  /** Cancels reading; the promise is rejected with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Reads a table of your own recordings: a header row and one row per recording, separated by commas, semicolons, tabs, or
 * `|` (quoted as in RFC 4180), or JSON lines; UTF-8 or UTF-16.
 *
 * The columns are `path` (relative to the folder of the table, or absolute), `label`, and optionally `speaker`, `sex`
 * (`female`, `male`, `f`, or `m`), `language`, `text`, `start` and `end` (a part of a long file: seconds, or times such as
 * `00:01:02.5` and `0 days 00:00:01.5`), `split` (`train`, `validation`, `test`, or the name of a fold), and `weight`; empty
 * cells are unknown. Headers of audformat and nkululeko (`file`, `emotion`, `gender`) and similar ones are understood. All
 * other columns are returned in `extra`.
 *
 * @returns one utterance per row, in the order of the rows, with absolute paths
 * @throws {SerError} `table-not-found`; `invalid-table` (the message gives the line); `missing-recordings` if a
 *   recording does not exist
 *
 * @example
 * // clips.csv:
 * // path,label,speaker
 * // audio/001.wav,angry,ann
 * const utterances = await readManifest('clips.csv');
 * const split = makeSplit(utterances, { kind: 'speaker' }, { seed: 1 });
 */
export async function readManifest(
  path: string,
  options: ReadManifestOptions = {},
): Promise<readonly Utterance[]> {
  const { signal, onProblem } = options;
  const folder = resolve(dirname(path));
  const read = await readTable(path, (recording) => resolve(folder, recording), options);
  if (onProblem === undefined) await requireRecordings(read, path, signal);
  return read.map(({ utterance }) => utterance);
}

/**
 * Reads the utterances of a table; no recording is looked up.
 *
 * @throws {SerError} as `readManifest`, without `missing-recordings`
 */
export async function readTable(
  path: string,
  resolvePath: (path: string) => string,
  { signal, ...options }: ReadManifestOptions,
): Promise<readonly TableUtterance[]> {
  const { corpus = basename(path, extname(path)) } = options;
  return parseTable(await readBytes(path, signal), resolvePath, { ...options, file: path, corpus });
}

async function readBytes(file: string, signal: AbortSignal | undefined): Promise<Uint8Array> {
  try {
    return await readFile(file, { signal });
  } catch (cause) {
    signal?.throwIfAborted();
    const message = `${file}: There must be a readable table; got ${String(cause)}. Check the path.`;
    throw new DatasetError('table-not-found', message, { file, cause });
  }
}

/** Number of files that are looked up at the same time. */
const batchSize = 64;

async function requireRecordings(
  read: readonly TableUtterance[],
  file: string,
  signal: AbortSignal | undefined,
): Promise<void> {
  const missing: number[] = [];
  for (let start = 0; start < read.length; start += batchSize) {
    signal?.throwIfAborted();
    const batch = read.slice(start, start + batchSize);
    const exist = await Promise.all(batch.map(({ utterance }) => isFile(utterance.path)));
    exist.forEach((exists, i) => exists || missing.push(start + i));
  }
  const [first] = missing;
  if (first === undefined) return;
  throw new DatasetError(
    'missing-recordings',
    `${file}, line ${read[first]!.line}: There is no file \`${read[first]!.utterance.path}\`` +
      `${missing.length > 1 ? `, and ${missing.length - 1} other recordings are missing too` : ''}. ` +
      'Write paths relative to the folder of the table.',
    { file },
  );
}

async function isFile(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isFile();
  } catch {
    return false;
  }
}
