import { DatasetError } from '../errors.js';
import { labelNames } from '../labels/labelNames.js';
import type { Utterance } from '../utterance.js';
import type { ColumnNames } from './columns.js';
import { decodeTable } from './decodeTable.js';
import { pathSpeaker, type PathSpeakerOptions } from './pathSpeaker.js';
import { readRows, type TableRow } from './readRows.js';
import { invalidTable } from './tableErrors.js';
import { type TableContext, utteranceOfRow } from './utteranceOfRow.js';

/** Options of `parseManifest`. */
export interface ParseManifestOptions extends PathSpeakerOptions {
  /** Name of the table, for messages. @default 'table' */
  readonly file?: string | undefined;
  /** Name of the corpus that the recordings form. @default the name of the table without its extension */
  readonly corpus?: string | undefined;
  /** Names for label words of the table, for example `{ wütend: 'angry' }`. @default none */
  readonly map?: Readonly<Record<string, string>> | undefined;
  /** Headers of columns that are named otherwise, for example `{ label: 'Stimmung' }`. @default none */
  readonly columns?: ColumnNames | undefined;
  /** Called with the error of each row that cannot be used; the other rows are read. @default the first error is thrown */
  readonly onProblem?: ((problem: DatasetError) => void) | undefined;
}

/**
 * Reads the bytes of a table as `readManifest` does, also in a page: nothing is looked up.
 *
 * @returns one utterance per row, in the order of the rows, with the paths as they are written
 * @throws {SerError} `invalid-table` (the message gives the line); `invalid-option`
 *
 * @example
 * const utterances = parseManifest(new Uint8Array(await file.arrayBuffer()), { file: file.name });
 */
export function parseManifest(bytes: Uint8Array, options: ParseManifestOptions = {}): readonly Utterance[] {
  return parseTable(bytes, (path) => path, options).map(({ utterance }) => utterance);
}

/** An utterance and the row that it comes from. */
export interface TableUtterance {
  readonly utterance: Utterance;
  readonly line: number;
}

/**
 * The utterances of a table.
 *
 * @throws {SerError} as `parseManifest`
 */
export function parseTable(
  bytes: Uint8Array,
  resolvePath: (path: string) => string,
  options: ParseManifestOptions,
): readonly TableUtterance[] {
  const { file = 'table', corpus = stemOf(file), map, columns } = options;
  let last: DatasetError | undefined;
  const report = (problem: DatasetError): void => {
    if (options.onProblem === undefined) throw problem;
    options.onProblem(problem);
    last = problem;
  };
  const rows = readRows(textOf(bytes, file), file, { report, columns });
  const read = utterancesOf(rows, report, {
    ...{ file, corpus, resolve: resolvePath },
    ...{ labelOf: labelNames(map), speakerOf: pathSpeaker(options) },
  });
  if (read.length > 0) return read;
  if (last) throw last;
  throw invalidTable(
    { file, line: 1 },
    'The table has no rows below its header',
    'Add one row per recording.',
  );
}

function utterancesOf(
  rows: readonly TableRow[],
  report: (problem: DatasetError) => void,
  context: TableContext,
): readonly TableUtterance[] {
  const { file } = context;
  const lineOf = new Map<string, number>();
  return rows.flatMap((row) => {
    const utterance = attempt(() => utteranceOfRow(row, context), report);
    if (!utterance) return [];
    const { path, start = 0, end } = utterance;
    const key = `${path} ${start} ${end}`;
    const earlier = lineOf.get(key);
    if (earlier !== undefined) {
      const part = utterance.start === undefined && end === undefined ? '' : 'This part of ';
      report(
        invalidTable(
          { file, line: row.line },
          `${part}\`${path}\` is already in line ${earlier}`,
          'Remove one of the rows.',
        ),
      );
      return [];
    }
    lineOf.set(key, row.line);
    return { utterance, line: row.line };
  });
}

function attempt<T>(compute: () => T, report: (problem: DatasetError) => void): T | undefined {
  try {
    return compute();
  } catch (error) {
    if (!(error instanceof DatasetError)) throw error;
    report(error as DatasetError);
    return undefined;
  }
}

function textOf(bytes: Uint8Array, file: string): string {
  try {
    return decodeTable(bytes);
  } catch (cause) {
    const problem = 'The table must be UTF-8 or UTF-16';
    throw invalidTable({ file, line: 1 }, problem, 'Save it as "CSV UTF-8".', cause);
  }
}

/** `clips` for `tables/clips.csv`, as `basename` and `extname` of Node give it. */
function stemOf(file: string): string {
  const name = file.slice(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
  const dot = name.lastIndexOf('.');
  return dot > 0 ? name.slice(0, dot) : name;
}
