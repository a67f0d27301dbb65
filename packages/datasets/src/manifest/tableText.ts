import type { DatasetError } from '../errors.js';
import { type CsvRow, parseCsv, type Separator } from './parseCsv.js';
import { invalidTable } from './tableErrors.js';

/** The text of a table as lists of cells; the first row is the header. */
export interface TableCells {
  readonly header: CsvRow | undefined;
  readonly rows: readonly CsvRow[];
}

/** What to do with a malformed row. */
export type ReportProblem = (problem: DatasetError) => void;

/**
 * Splits the text of a table into cells: JSON lines if it begins with `{` or `[`, otherwise values separated by the
 * character that is most frequent in the first line, of commas, semicolons, tabs, and `|`.
 */
export function tableCells(text: string, file: string, report: ReportProblem): TableCells {
  if (/^\s*[{[]/.test(text)) return jsonCells(text, file, report);
  const separator = separatorOf(text);
  const [header, ...rows] = parseCsv(text, {
    separator,
    onError: (error) => {
      report(invalidTable({ file, line: error.line }, error.message, 'Save the table as CSV again.', error));
    },
  });
  return { header, rows };
}

const separators: readonly Separator[] = [',', ';', '\t', '|'];

function separatorOf(text: string): Separator {
  const [firstLine = ''] = text.trimStart().split(/\r?\n/, 1);
  const plain = firstLine.replace(/"[^"]*"/g, '');
  const counts = separators.map((separator) => plain.split(separator).length);
  return separators[counts.indexOf(Math.max(...counts))]!;
}

/** One object a line, or one list of objects; missing fields are empty cells. */
function jsonCells(text: string, file: string, report: ReportProblem): TableCells {
  const objects = text.trimStart().startsWith('[') ? listOfObjects(text, file) : lines(text, file, report);
  const names = [...new Set(objects.flatMap(({ object }) => Object.keys(object)))];
  return {
    header: { line: 1, fields: names },
    rows: objects.map(({ line, object }) => ({ line, fields: names.map((name) => textOf(object[name])) })),
  };
}

interface ObjectAtLine {
  readonly line: number;
  readonly object: Readonly<Record<string, unknown>>;
}

function lines(text: string, file: string, report: ReportProblem): readonly ObjectAtLine[] {
  const objects: ObjectAtLine[] = [];
  for (const [index, content] of text.split(/\r?\n/).entries()) {
    if (content.trim() === '') continue;
    const line = index + 1;
    try {
      objects.push({ line, object: requireObject(JSON.parse(content)) });
    } catch (error) {
      const fix = 'Write one object per line, for example {"path": "a.wav", "label": "angry"}.';
      report(invalidTable({ file, line }, `The line must be a JSON object (${String(error)})`, fix, error));
    }
  }
  return objects;
}

/** Line numbers of the objects are not known, so their numbers are used. */
function listOfObjects(text: string, file: string): readonly ObjectAtLine[] {
  try {
    const list = JSON.parse(text) as readonly unknown[];
    return list.map((object, i) => ({ line: i + 1, object: requireObject(object) }));
  } catch (error) {
    const fix = 'Write a list of objects, or one object per line.';
    throw invalidTable({ file, line: 1 }, `The table must be JSON (${String(error)})`, fix, error);
  }
}

function requireObject(json: unknown): Readonly<Record<string, unknown>> {
  if (typeof json === 'object' && json !== null && !Array.isArray(json)) {
    return json as Readonly<Record<string, unknown>>;
  }
  throw new TypeError(`got ${JSON.stringify(json)}`);
}

function textOf(value: unknown): string {
  if (value === undefined || value === null) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
