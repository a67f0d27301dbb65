/** A row of a CSV file. */
export interface CsvRow {
  /** Line number of its first line, from 1. */
  readonly line: number;
  readonly fields: readonly string[];
}

/** Thrown for malformed CSV; the caller knows the file. */
export class CsvSyntaxError extends Error {
  readonly line: number;

  constructor(line: number, message: string) {
    super(message);
    this.line = line;
  }
}

/** Characters that may separate the fields of a row. */
export type Separator = ',' | ';' | '\t' | '|';

/** How to parse a table. */
export interface ParseCsvOptions {
  /** @default ',' */
  readonly separator?: Separator;
  /** Called for each malformed row, which is then skipped. @default the error is thrown */
  readonly onError?: (error: CsvSyntaxError) => void;
}

/**
 * Parses comma-separated values, or values separated by another character: fields may be quoted, and quoted fields may
 * contain separators, line breaks, and doubled quotes. Lines end with LF or CRLF; empty lines are skipped.
 *
 * Fields separated by tabs may contain quotes, unless they begin with one.
 *
 * @throws {CsvSyntaxError} unless there is an `onError`
 * @see RFC 4180, https://www.rfc-editor.org/rfc/rfc4180
 */
export function parseCsv(
  text: string,
  { separator = ',', onError }: ParseCsvOptions = {},
): readonly CsvRow[] {
  const rows: CsvRow[] = [];
  let position = 0;
  let line = 1;
  while (position < text.length) {
    try {
      const row = readRow(text, { position, line }, separator);
      const isEmpty = row.fields.length === 1 && row.fields[0] === '';
      if (!isEmpty) rows.push({ line, fields: row.fields });
      ({ position, line } = row);
    } catch (error) {
      if (!(error instanceof CsvSyntaxError) || onError === undefined) throw error;
      onError(error);
      const end = text.indexOf('\n', position);
      position = end === -1 ? text.length : end + 1;
      line++;
    }
  }
  return rows;
}

const names: Readonly<Record<Separator, string>> = {
  ',': 'a comma',
  ';': 'a semicolon',
  '\t': 'a tab',
  '|': 'a `|`',
};

interface ReadRow {
  readonly fields: readonly string[];
  /** Position and line number of the next row. */
  readonly position: number;
  readonly line: number;
}

function readRow(text: string, start: Omit<ReadRow, 'fields'>, separator: Separator): ReadRow {
  const fields: string[] = [];
  let { position, line } = start;
  for (;;) {
    const isQuoted = text[position] === '"';
    const field = isQuoted ? readQuoted(text, position, line) : readPlain(text, position, line, separator);
    fields.push(field.value);
    ({ line } = field);
    position = field.end;
    if (text[position] !== separator) break;
    position++;
  }
  if (text[position] === '\r' && text[position + 1] === '\n') position++;
  if (position < text.length && text[position] !== '\n') {
    throw new CsvSyntaxError(
      line,
      `A quoted field must be followed by ${names[separator]} or the end of the line`,
    );
  }
  return { fields, position: position + 1, line: line + 1 };
}

interface ReadField {
  readonly value: string;
  /** Position after the field. */
  readonly end: number;
  /** Line number at the end of the field. */
  readonly line: number;
}

const plainFields: Readonly<Record<Separator, RegExp>> = {
  ',': /[^,\n]*/y,
  ';': /[^;\n]*/y,
  '\t': /[^\t\n]*/y,
  '|': /[^|\n]*/y,
};

function readPlain(text: string, start: number, line: number, separator: Separator): ReadField {
  const plainField = plainFields[separator];
  plainField.lastIndex = start;
  const raw = plainField.exec(text)![0];
  const isLastOfLine = text[start + raw.length] !== separator;
  const value = isLastOfLine && raw.endsWith('\r') ? raw.slice(0, -1) : raw;
  if (separator !== '\t' && value.includes('"')) {
    throw new CsvSyntaxError(
      line,
      'A field that contains a quote must be quoted, and the quote must be doubled',
    );
  }
  return { value, end: start + value.length, line };
}

function readQuoted(text: string, start: number, firstLine: number): ReadField {
  let end = start + 1;
  for (;;) {
    end = text.indexOf('"', end);
    if (end === -1) throw new CsvSyntaxError(firstLine, 'A quoted field is not closed');
    if (text[end + 1] !== '"') break;
    end += 2;
  }
  const raw = text.slice(start + 1, end);
  return { value: raw.replaceAll('""', '"'), end: end + 1, line: firstLine + raw.split('\n').length - 1 };
}
