import { type FileHandle, mkdir, open, readFile, rm } from 'node:fs/promises';
import { dirname, extname } from 'node:path';
import { UsageError } from '../usageError.js';
import { writeAtomically } from '../writeAtomically.js';
import { type CellSeparator, completeJsonLines, completeRows, rowText } from './tableText.js';

/** A row of a file of answers, by column. */
export type AnswerRow = Readonly<Record<string, unknown>>;

export type AnswerFormat = 'csv' | 'tsv' | 'jsonl' | 'json';

/** The format of a file of answers, by its extension. */
export function answerFormatOf(path: string): AnswerFormat {
  const extension = extname(path).toLowerCase().slice(1);
  const formats: readonly AnswerFormat[] = ['csv', 'tsv', 'jsonl', 'json'];
  const found = formats.find((format) => format === extension);
  if (found !== undefined) return found;
  throw new UsageError(
    'invalid-option',
    `\`--out\` must end in .csv, .tsv, .jsonl, or .json; got \`${path}\`.`,
  );
}

/** Milliseconds between two flushes to the disk. */
const flushEvery = 1000;

/**
 * A file of answers that grows row by row. After an interruption, `open` continues it: it repairs a last line that is cut
 * short, and leaves out rows that are to be computed again. Rows of `.json` are kept in `PATH.part` until `finish`.
 */
export class AnswerFile {
  /** The rows that were kept when the file was opened. */
  readonly kept: readonly AnswerRow[];
  readonly #path: string;
  readonly #format: AnswerFormat;
  readonly #columns: readonly string[];
  readonly #handle: FileHandle;
  readonly #now: () => number;
  #flushed: number;

  private constructor(
    parts: AnswerFileParts & { readonly kept: readonly AnswerRow[]; readonly handle: FileHandle },
  ) {
    this.kept = parts.kept;
    this.#path = parts.path;
    this.#format = parts.format;
    this.#columns = parts.columns;
    this.#handle = parts.handle;
    this.#now = parts.now;
    this.#flushed = parts.now();
  }

  /**
   * @param parts.columns of the rows, in order, for CSV and TSV
   * @param parts.keep the rows of an existing file that are kept; it may throw an error for a file that cannot be continued
   * @throws {UsageError} `invalid-option` for an existing file with other columns
   */
  static async open(
    parts: AnswerFileParts & { readonly keep: (rows: readonly AnswerRow[]) => readonly AnswerRow[] },
  ): Promise<AnswerFile> {
    const journal = journalOf(parts);
    const kept = parts.keep(await rowsOf(parts));
    await mkdir(dirname(journal), { recursive: true });
    const header = separatorOf(parts.format) === undefined ? '' : textOf(parts, undefined);
    await writeAtomically(journal, header + kept.map((row) => textOf(parts, row)).join(''));
    return new AnswerFile({ ...parts, kept, handle: await open(journal, 'a') });
  }

  /** Adds a row. It is on the disk after a second at most, or after `close`. */
  async append(row: AnswerRow): Promise<void> {
    await this.#handle.appendFile(textOf({ format: this.#format, columns: this.#columns }, row));
    if (this.#now() - this.#flushed < flushEvery) return;
    await this.#handle.sync();
    this.#flushed = this.#now();
  }

  /** Flushes the rows to the disk and closes the file; a later `open` continues it. */
  async close(): Promise<void> {
    await this.#handle.sync();
    await this.#handle.close();
  }

  /** Call it after `close` when all rows are written. */
  async finish(): Promise<void> {
    if (this.#format !== 'json') return;
    const journal = journalOf({ path: this.#path, format: this.#format });
    const rows = completeJsonLines(await readFile(journal, 'utf8'));
    await writeAtomically(this.#path, `[\n${rows.map((row) => `  ${JSON.stringify(row)}`).join(',\n')}\n]\n`);
    await rm(journal);
  }
}

interface AnswerFileParts {
  readonly path: string;
  readonly format: AnswerFormat;
  readonly columns: readonly string[];
  /** Milliseconds of a monotonic clock. */
  readonly now: () => number;
}

function journalOf({ path, format }: Pick<AnswerFileParts, 'path' | 'format'>): string {
  return format === 'json' ? `${path}.part` : path;
}

function separatorOf(format: AnswerFormat): CellSeparator | undefined {
  if (format === 'csv') return ',';
  return format === 'tsv' ? '\t' : undefined;
}

/** The text of a row; of the header for undefined. */
function textOf(
  { format, columns }: Pick<AnswerFileParts, 'format' | 'columns'>,
  row: AnswerRow | undefined,
): string {
  const separator = separatorOf(format);
  if (separator === undefined) return `${JSON.stringify(row)}\n`;
  return rowText(row === undefined ? columns : columns.map((column) => cellOf(row[column])), separator);
}

function cellOf(value: unknown): string {
  if (value === undefined || value === null) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** The complete rows of an existing file; none if there is no file. */
async function rowsOf({ path, format, columns }: AnswerFileParts): Promise<readonly AnswerRow[]> {
  const text = await textOfFile(journalOf({ path, format }));
  if (format === 'json') {
    const finished = await textOfFile(path);
    if (text !== undefined) return completeJsonLines(text);
    return finished === undefined ? [] : (JSON.parse(finished) as AnswerRow[]);
  }
  if (text === undefined) return [];
  const separator = separatorOf(format);
  if (separator === undefined) return completeJsonLines(text);
  const [header, ...rows] = completeRows(text, separator);
  if (header === undefined) return [];
  if (header.join('\n') !== columns.join('\n')) {
    throw new UsageError(
      'invalid-option',
      `\`${path}\` exists with other columns (${header.join(', ')}), so that it cannot be continued. ` +
        'Choose another `--out`, or delete the file.',
      { file: path },
    );
  }
  return rows.map((cells) => Object.fromEntries(columns.map((column, i) => [column, cells[i] ?? ''])));
}

async function textOfFile(path: string): Promise<string | undefined> {
  return readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
}
