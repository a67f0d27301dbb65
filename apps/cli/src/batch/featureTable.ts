import { createWriteStream } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname, extname } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { encodeNpy } from '../npy.js';
import { writeAtomically } from '../writeAtomically.js';
import { rowText } from './tableText.js';

/** One row per clip. */
export interface FeatureTable {
  /** The columns of the input, such as `file`; text. */
  readonly columns: readonly string[];
  /** The names of the features. */
  readonly names: readonly string[];
  /** Number of frames of every clip, for NPY of shape `[nClips, nFrames, nFeatures]`. @default one row per clip */
  readonly nFrames?: number | undefined;
  readonly rows: readonly FeatureRow[];
}

export interface FeatureRow {
  /** One cell for each column of the input. */
  readonly cells: readonly string[];
  /** One value for each feature, of each frame. */
  readonly values: Float32Array;
}

const writers: Readonly<Record<string, (path: string, table: FeatureTable) => Promise<void>>> = {
  '.csv': writeCsv,
  '.npy': writeNpy,
  '.parquet': writeParquet,
};

/** Whether a table of features can be written to this path. */
export function isFeatureTable(path: string): boolean {
  return extname(path).toLowerCase() in writers;
}

/**
 * Writes a table of features in the format of the file's extension: CSV and Parquet with all columns; NPY of shape
 * `[nClips, nFeatures]`, and beside it `X.names.json` with the columns and the names of the features.
 */
export async function writeFeatureTable(path: string, table: FeatureTable): Promise<void> {
  await writers[extname(path).toLowerCase()]!(path, table);
}

/** The file beside `X.npy`. */
export function namesFileOf(path: string): string {
  return `${path.slice(0, path.length - extname(path).length)}.names.json`;
}

/** Nine significant digits restore every float32 exactly. */
const digits = 9;

async function writeCsv(path: string, { columns, names, rows }: FeatureTable): Promise<void> {
  const lines = function* () {
    yield rowText([...columns, ...names], ',');
    for (const { cells, values } of rows) {
      const numbers = Array.from(values, (value) => String(Number(value.toPrecision(digits))));
      yield rowText([...cells, ...numbers], ',');
    }
  };
  const temporary = `${path}.${process.pid}.part`;
  await mkdir(dirname(path), { recursive: true });
  try {
    await pipeline(Readable.from(lines()), createWriteStream(temporary, { flush: true }));
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

async function writeNpy(path: string, { columns, names, nFrames, rows }: FeatureTable): Promise<void> {
  const shape = nFrames === undefined ? [names.length] : [nFrames, names.length];
  const size = shape.reduce((product, length) => product * length, 1);
  const data = new Float32Array(rows.length * size);
  rows.forEach(({ values }, i) => data.set(values, i * size));
  await writeAtomically(path, encodeNpy({ data, shape: [rows.length, ...shape] }));
  const list = Object.fromEntries(columns.map((column, i) => [column, rows.map(({ cells }) => cells[i])]));
  await writeAtomically(
    namesFileOf(path),
    `${JSON.stringify({ clips: list, features: names }, undefined, 1)}\n`,
  );
}

async function writeParquet(path: string, { columns, names, rows }: FeatureTable): Promise<void> {
  const { parquetWriteBuffer } = await import('hyparquet-writer');
  const buffer = parquetWriteBuffer({
    columnData: [
      ...columns.map((name, i) => ({
        name,
        data: rows.map(({ cells }) => cells[i]!),
        type: 'STRING' as const,
      })),
      ...names.map((name, i) => ({
        name,
        data: Float32Array.from(rows, ({ values }) => values[i]!),
        type: 'FLOAT' as const,
      })),
    ],
  });
  await writeAtomically(path, new Uint8Array(buffer));
}
