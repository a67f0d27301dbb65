import { DatasetError } from '../errors.js';
import { type CsvRow, CsvSyntaxError, parseCsv } from './parseCsv.js';

/** A row of a table by column. */
export interface TableRow {
  /** Line number of its first line, from 1. */
  readonly line: number;
  readonly cells: ReadonlyMap<string, string>;
}

const requiredColumns = ['path', 'label'] as const;
const optionalColumns = ['speaker', 'sex', 'language', 'text'] as const;

/** The columns with a meaning; their headers may be in upper or lower case. */
export const knownColumns: readonly string[] = [...requiredColumns, ...optionalColumns];

/**
 * Reads the rows of a CSV table with a header row. Spaces around headers and cells are removed.
 *
 * @param file the table's path, for messages
 * @throws {SerError} `invalid-table`
 */
export function readRows(text: string, file: string): readonly TableRow[] {
  const [header, ...rows] = parse(text, file);
  if (header === undefined) throw invalidTable({ file, line: 1 }, 'The table is empty', requiredFix);
  const columns = columnsOf(header, file);
  return rows.map(({ line, fields }) => {
    if (fields.length !== columns.length) {
      throw invalidTable(
        { file, line },
        `The row must have ${columns.length} fields, as the header; got ${fields.length}`,
        'Quote fields that contain commas.',
      );
    }
    return { line, cells: new Map(columns.map((column, i) => [column, fields[i]!.trim()])) };
  });
}

/** The error of a malformed table: file and line, what is wrong, and how to fix it. */
export function invalidTable(
  { file, line }: { readonly file: string; readonly line: number },
  problem: string,
  fix: string,
  cause?: unknown,
): DatasetError {
  return new DatasetError('invalid-table', `${file}, line ${line}: ${problem}. ${fix}`, { file, cause });
}

const requiredFix = 'Write a header row with the columns `path` and `label`, separated by commas.';

function parse(text: string, file: string): readonly CsvRow[] {
  try {
    return parseCsv(text);
  } catch (error) {
    if (!(error instanceof CsvSyntaxError)) throw error;
    throw invalidTable({ file, line: error.line }, error.message, 'Save the table as CSV again.', error);
  }
}

function columnsOf({ fields, line }: CsvRow, file: string): readonly string[] {
  const columns = fields.map((header) => {
    const name = header.trim();
    return knownColumns.includes(name.toLowerCase()) ? name.toLowerCase() : name;
  });
  const missing = requiredColumns.find((column) => !columns.includes(column));
  if (missing !== undefined) {
    const found = columns.map((column) => `\`${column}\``).join(', ');
    throw invalidTable(
      { file, line },
      `The header must have a column \`${missing}\`; got ${found}`,
      fixFor(columns),
    );
  }
  const duplicate = columns.find((column, i) => columns.indexOf(column) !== i);
  if (duplicate !== undefined) {
    throw invalidTable(
      { file, line },
      `The header has the column \`${duplicate}\` twice`,
      'Rename one of them.',
    );
  }
  return columns;
}

function fixFor(columns: readonly string[]): string {
  const separator = columns.length === 1 ? [';', '\t'].find((one) => columns[0]!.includes(one)) : undefined;
  if (separator === undefined) return requiredFix;
  return `Separate columns by commas instead of ${separator === ';' ? 'semicolons' : 'tabs'}.`;
}
