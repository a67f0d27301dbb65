import { existsSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { SerError } from '@ser/core';
import type { CommandIo } from '../commandIo.js';
import { fromCwd } from '../fromCwd.js';
import { expandPatterns } from '../inputFiles.js';
import { printable } from '../show/printable.js';

/** A recording, or a part of one, that was named on the command line. */
export interface InputClip {
  /** As typed, below the folder that was typed, or as written in the table. */
  readonly file: string;
  /** The absolute path of a recording in a table. @default `file`, from the folder of the user */
  readonly path?: string;
  /** In seconds. @default the beginning */
  readonly start?: number | undefined;
  /** In seconds. @default the end of the file */
  readonly end?: number | undefined;
  /** The cells of its row of a table, by header. @default none */
  readonly cells?: Readonly<Record<string, string>>;
}

/** All recordings that were named on the command line. */
export interface InputClips {
  readonly clips: readonly InputClip[];
  /** The column of the file names in a table of answers. */
  readonly fileColumn: string;
  /** The other columns of the tables. */
  readonly columns: readonly string[];
  /** Whether a folder or a table was typed. */
  readonly isListed: boolean;
  /** Number of rows of tables that cannot be used; each was reported on standard error. */
  readonly nUnusableRows: number;
}

const tableExtensions = ['.csv', '.tsv', '.jsonl', '.ndjson', '.json'];

/**
 * Finds the recordings that were typed: files, patterns, folders with their subfolders, and tables with a column of paths
 * (CSV, TSV, or JSON lines).
 *
 * @param columns headers of columns that are named otherwise, for example `{ path: 'Datei' }`
 * @throws {SerError} `table-not-found`, `invalid-table`
 */
export async function inputClips(
  io: CommandIo,
  typed: readonly string[],
  columns?: Readonly<Record<string, string>>,
): Promise<InputClips> {
  const names = await expandPatterns(io, typed);
  const parts = await Promise.all(names.map((name) => clipsOf(io, name, columns)));
  const tables = parts.filter(({ pathHeader }) => pathHeader !== undefined);
  const isOneTable = tables.length === 1 && parts.length === 1;
  const fileColumn = isOneTable ? tables[0]!.pathHeader! : 'file';
  const headers = new Set(
    tables.flatMap((table) => table.headers.filter((name) => name !== table.pathHeader)),
  );
  headers.delete(fileColumn);
  return {
    clips: parts.flatMap(({ clips }) => clips),
    fileColumn,
    columns: [...headers],
    isListed: parts.some(({ isListed, pathHeader }) => isListed === true || pathHeader !== undefined),
    nUnusableRows: parts.reduce((sum, { nUnusableRows = 0 }) => sum + nUnusableRows, 0),
  };
}

interface Part {
  readonly clips: readonly InputClip[];
  readonly headers: readonly string[];
  readonly pathHeader?: string;
  readonly isListed?: boolean;
  readonly nUnusableRows?: number;
}

async function clipsOf(
  io: CommandIo,
  name: string,
  columns?: Readonly<Record<string, string>>,
): Promise<Part> {
  const path = fromCwd(io, name);
  if (tableExtensions.includes(extname(name).toLowerCase())) return tableClips(io, path, columns);
  if (!existsSync(path) || !statSync(path).isDirectory()) return { clips: [{ file: name }], headers: [] };
  const { listRecordings } = await import('@ser/datasets/node');
  const found = await listRecordings(path, { signal: io.signal });
  // a folder without recordings stays in the list, so that it is reported
  const clips = found.length === 0 ? [{ file: name }] : found.map((file) => ({ file: join(name, file) }));
  return { clips, headers: [], isListed: true };
}

async function tableClips(
  io: CommandIo,
  path: string,
  columns?: Readonly<Record<string, string>>,
): Promise<Part> {
  const { readClipTable } = await import('@ser/datasets/node');
  let nUnusableRows = 0;
  const onProblem = ({ message }: SerError): void => {
    nUnusableRows++;
    io.stderr.write(`error: ${printable(message)}\n`);
  };
  const { rows, ...table } = await readClipTable(path, { columns, onProblem, signal: io.signal });
  const clips = rows.map(({ file, path: recording, start, end, cells }) => ({
    file,
    path: recording,
    start,
    end,
    cells,
  }));
  return { clips, ...table, nUnusableRows };
}
