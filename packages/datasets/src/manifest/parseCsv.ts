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

/**
 * Parses comma-separated values: fields may be quoted, and quoted fields may contain commas, line breaks, and doubled
 * quotes. Lines end with LF or CRLF; empty lines are skipped.
 *
 * @throws {CsvSyntaxError}
 * @see RFC 4180, https://www.rfc-editor.org/rfc/rfc4180
 */
export function parseCsv(text: string): readonly CsvRow[] {
  const rows: CsvRow[] = [];
  let position = 0;
  let line = 1;
  while (position < text.length) {
    const row = readRow(text, position, line);
    const isEmpty = row.fields.length === 1 && row.fields[0] === '';
    if (!isEmpty) rows.push({ line, fields: row.fields });
    ({ position, line } = row);
  }
  return rows;
}

interface ReadRow {
  readonly fields: readonly string[];
  /** Position and line number of the next row. */
  readonly position: number;
  readonly line: number;
}

function readRow(text: string, start: number, firstLine: number): ReadRow {
  const fields: string[] = [];
  let position = start;
  let line = firstLine;
  for (;;) {
    const field = text[position] === '"' ? readQuoted(text, position, line) : readPlain(text, position, line);
    fields.push(field.value);
    ({ line } = field);
    position = field.end;
    if (text[position] !== ',') break;
    position++;
  }
  if (text[position] === '\r' && text[position + 1] === '\n') position++;
  if (position < text.length && text[position] !== '\n') {
    throw new CsvSyntaxError(line, 'A quoted field must be followed by a comma or the end of the line');
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

const plainField = /[^,\n]*/y;

function readPlain(text: string, start: number, line: number): ReadField {
  plainField.lastIndex = start;
  const raw = plainField.exec(text)![0];
  const isLastOfLine = text[start + raw.length] !== ',';
  const value = isLastOfLine && raw.endsWith('\r') ? raw.slice(0, -1) : raw;
  if (value.includes('"')) {
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
