import { readFile, stat } from 'node:fs/promises';
import { basename, dirname, extname, resolve } from 'node:path';
import { DatasetError } from '../errors.js';
import { invalidTable, readRows, type TableRow } from '../manifest/readRows.js';
import { utteranceOfRow } from '../manifest/utteranceOfRow.js';
import type { Utterance } from '../utterance.js';

/** Options of `readManifest`. */
export interface ReadManifestOptions {
  /** Cancels reading; the promise is rejected with the signal's reason. */
  readonly signal?: AbortSignal;
}

/**
 * Reads a table of your own recordings: a CSV file (UTF-8, RFC 4180) with a header row and one row per recording.
 *
 * The columns are `path` (relative to the folder of the table, or absolute), `label`, and optionally `speaker`, `sex`
 * (`female`, `male`, `f`, or `m`), `language`, and `text`; empty cells are unknown. All other columns are returned in
 * `extra`. The name of the corpus is the file name of the table without its extension.
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
  { signal }: ReadManifestOptions = {},
): Promise<readonly Utterance[]> {
  const rows = readRows(await readText(path, signal), path);
  const context = {
    file: path,
    corpus: basename(path, extname(path)),
    resolve: (recording: string) => resolve(dirname(path), recording),
  };
  const utterances = rows.map((row) => utteranceOfRow(row, context));
  if (utterances.length === 0) {
    throw invalidTable(
      { file: path, line: 1 },
      'The table has no rows below its header',
      'Add one row per recording.',
    );
  }
  requireDifferentPaths(utterances, rows, path);
  await requireRecordings(utterances, rows, path, signal);
  return utterances;
}

async function readText(file: string, signal: AbortSignal | undefined): Promise<string> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(file, { signal });
  } catch (cause) {
    signal?.throwIfAborted();
    const message = `${file}: There must be a readable CSV file; got ${String(cause)}. Check the path.`;
    throw new DatasetError('table-not-found', message, { file, cause });
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes); // also removes a byte order mark
  } catch (cause) {
    throw invalidTable({ file, line: 1 }, 'The table must be UTF-8', 'Save it as "CSV UTF-8".', cause);
  }
}

function requireDifferentPaths(
  utterances: readonly Utterance[],
  rows: readonly TableRow[],
  file: string,
): void {
  const lineOf = new Map<string, number>();
  utterances.forEach(({ path }, i) => {
    const { line } = rows[i]!;
    const earlier = lineOf.get(path);
    if (earlier !== undefined) {
      throw invalidTable(
        { file, line },
        `\`${path}\` is already in line ${earlier}`,
        'Remove one of the rows.',
      );
    }
    lineOf.set(path, line);
  });
}

/** Number of files that are looked up at the same time. */
const batchSize = 64;

async function requireRecordings(
  utterances: readonly Utterance[],
  rows: readonly TableRow[],
  file: string,
  signal: AbortSignal | undefined,
): Promise<void> {
  const missing: number[] = [];
  for (let start = 0; start < utterances.length; start += batchSize) {
    signal?.throwIfAborted();
    const exist = await Promise.all(
      utterances.slice(start, start + batchSize).map(({ path }) => isFile(path)),
    );
    exist.forEach((exists, i) => exists || missing.push(start + i));
  }
  const [first] = missing;
  if (first === undefined) return;
  throw new DatasetError(
    'missing-recordings',
    `${file}, line ${rows[first]!.line}: There is no file \`${utterances[first]!.path}\`` +
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
