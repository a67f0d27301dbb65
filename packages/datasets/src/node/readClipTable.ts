import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { DatasetError } from '../errors.js';
import { type ColumnNames, columnsOf, type KnownColumn } from '../manifest/columns.js';
import { decodeTable } from '../manifest/decodeTable.js';
import type { CsvRow } from '../manifest/parseCsv.js';
import { parseTime } from '../manifest/parseTime.js';
import { invalidTable } from '../manifest/tableErrors.js';
import { tableCells } from '../manifest/tableText.js';

/** Options of `readClipTable`. */
export interface ReadClipTableOptions {
  /** Headers of columns that are named otherwise, for example `{ path: 'Datei' }`. @default none */
  readonly columns?: ColumnNames | undefined;
  /** Called with the error of each row that cannot be used; the other rows are read. @default the first error is thrown */
  readonly onProblem?: ((problem: DatasetError) => void) | undefined;
  /** Cancels reading; the promise is rejected with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
}

/** A table that names recordings. */
export interface ClipTable {
  /** The header of each column, as written. */
  readonly headers: readonly string[];
  /** The header of the column of paths. */
  readonly pathHeader: string;
  readonly rows: readonly ClipRow[];
}

/** A row of a table that names a recording, or a part of one. */
export interface ClipRow {
  /** Line number, from 1. */
  readonly line: number;
  /** Absolute path of the recording; it may not exist. */
  readonly path: string;
  /** The path as written in the table. */
  readonly file: string;
  /** Start of the part, in seconds. Undefined: the beginning. */
  readonly start?: number;
  /** End of the part, in seconds. Undefined: the end of the file. */
  readonly end?: number;
  /** All cells of the row by header, as written. */
  readonly cells: Readonly<Record<string, string>>;
}

/**
 * Reads a table of recordings without labels, for predictions and features: the same formats and headers as `readManifest`,
 * of which only `path` is required, and `start` and `end` are understood. Recordings are not looked up.
 *
 * @throws {SerError} `table-not-found`; `invalid-table` (the message gives the line)
 */
export async function readClipTable(path: string, options: ReadClipTableOptions = {}): Promise<ClipTable> {
  const report = (problem: DatasetError): void => {
    if (options.onProblem === undefined) throw problem;
    options.onProblem(problem);
  };
  const { header, rows } = tableCells(await readText(path, options.signal), path, report);
  if (header === undefined) {
    throw invalidTable(
      { file: path, line: 1 },
      'The table is empty',
      'Write a header row with the column `path`.',
    );
  }
  const columns = columnsOf(header, path, options.columns, ['path']);
  const headers = header.fields.map((field) => field.trim());
  const reader = new RowReader(path, headers, columns);
  const read = rows.flatMap((row) => {
    try {
      return reader.read(row);
    } catch (error) {
      if (!(error instanceof DatasetError)) throw error;
      report(error as DatasetError);
      return [];
    }
  });
  return { headers, pathHeader: headers[columns.indexOf('path')]!, rows: read };
}

async function readText(file: string, signal: AbortSignal | undefined): Promise<string> {
  try {
    return decodeTable(await readFile(file, { signal }));
  } catch (cause) {
    signal?.throwIfAborted();
    const message = `${file}: There must be a readable table in UTF-8 or UTF-16; got ${String(cause)}. Check the path.`;
    throw new DatasetError('table-not-found', message, { file, cause });
  }
}

/** Turns the rows of one table into recordings. */
class RowReader {
  readonly #file: string;
  readonly #headers: readonly string[];
  readonly #columns: readonly string[];

  constructor(file: string, headers: readonly string[], columns: readonly string[]) {
    this.#file = file;
    this.#headers = headers;
    this.#columns = columns;
  }

  /** @throws {SerError} `invalid-table` */
  read(row: CsvRow): ClipRow {
    const { line, fields } = row;
    if (fields.length !== this.#columns.length) {
      const problem = `The row must have ${this.#columns.length} fields, as the header; got ${fields.length}`;
      throw this.#invalid(row, problem, 'Quote fields that contain the separator.');
    }
    const file = this.#cell(row, 'path');
    if (file === '')
      throw this.#invalid(row, '`path` must not be empty', 'Fill in the cell, or remove the row.');
    const start = this.#time(row, 'start') ?? 0;
    const end = this.#time(row, 'end') ?? 0; // 0 means the end of the file
    if (end !== 0 && end <= start) {
      throw this.#invalid(
        row,
        `\`end\` must be after \`start\` (${start} s); got ${end} s`,
        'Correct the times.',
      );
    }
    return {
      ...{ line, file, path: resolve(dirname(this.#file), file.replaceAll('\\', '/')) },
      ...(start > 0 && { start }),
      ...(end > 0 && { end }),
      cells: Object.fromEntries(this.#headers.map((header, i) => [header, fields[i]!])),
    };
  }

  #cell({ fields }: CsvRow, column: KnownColumn): string {
    const index = this.#columns.indexOf(column);
    return index === -1 ? '' : fields[index]!.trim();
  }

  #time(row: CsvRow, column: 'start' | 'end'): number | undefined {
    const cell = this.#cell(row, column);
    const seconds = parseTime(cell);
    if (seconds === undefined || Number.isFinite(seconds)) return seconds;
    throw this.#invalid(row, `\`${column}\` must be a time in seconds; got '${cell}'`, 'Correct the cell.');
  }

  #invalid({ line }: CsvRow, problem: string, fix: string): DatasetError {
    return invalidTable({ file: this.#file, line }, problem, fix);
  }
}
