import { closest } from '@ser/core';
import type { CsvRow } from './parseCsv.js';
import { invalidTable } from './tableErrors.js';

/** The columns with a meaning. */
export const knownColumns = [
  'path',
  'label',
  'speaker',
  'sex',
  'language',
  'text',
  'start',
  'end',
  'split',
  'weight',
] as const;

/** One of the {@link knownColumns}. */
export type KnownColumn = (typeof knownColumns)[number];

/** Other headers with the same meaning, as in tables of audformat, nkululeko, MELD, and MSP-Podcast. */
const otherHeaders: Readonly<Record<KnownColumn, readonly string[]>> = {
  path: ['file', 'filename', 'file_name', 'filepath', 'file_path', 'audio', 'wav'],
  label: ['emotion', 'emo', 'class', 'emoclass'],
  speaker: ['speaker_id', 'speakerid', 'spkrid', 'spk'],
  sex: ['gender'],
  language: ['lang'],
  text: ['transcript', 'transcription', 'sentence', 'utterance'],
  start: ['start_time', 'starttime', 'onset'],
  end: ['end_time', 'endtime', 'offset'],
  split: ['set', 'split_set', 'partition', 'fold'],
  weight: [],
};

/** Which header of a table has which meaning, by the name of the known column: `{ label: 'Stimmung' }`. */
export type ColumnNames = Readonly<Partial<Record<KnownColumn, string>>>;

/**
 * The name of each column of a table: the known column that its header means, or the header itself. Upper and lower case
 * of known headers do not matter. A known name in the header wins over another header with the same meaning.
 *
 * @throws {SerError} `invalid-table` if a required column is missing, or a column appears twice
 */
export function columnsOf(
  header: CsvRow,
  file: string,
  given: ColumnNames = {},
  required: readonly KnownColumn[] = ['path', 'label'],
): readonly string[] {
  const headers = header.fields.map((field) => field.trim());
  const columns = headers.map((text) => ownName(text, given));
  for (const column of knownColumns) {
    if (columns.includes(column) || given[column] !== undefined) continue;
    const index = otherHeaders[column]
      .map((other) => columns.findIndex((name) => name.toLowerCase() === other))
      .find((found) => found !== -1);
    if (index !== undefined) columns[index] = column;
  }
  requireColumns(columns, headers, { file, line: header.line }, { given, required });
  return columns;
}

function ownName(header: string, given: ColumnNames): string {
  const chosen = knownColumns.find((column) => given[column] === header);
  if (chosen !== undefined) return chosen;
  const lower = header.toLowerCase();
  const isKnown = (knownColumns as readonly string[]).includes(lower);
  if (!isKnown) return header;
  return given[lower as KnownColumn] === undefined ? lower : `other ${header}`;
}

function requireColumns(
  columns: readonly string[],
  headers: readonly string[],
  place: { readonly file: string; readonly line: number },
  { given, required }: { readonly given: ColumnNames; readonly required: readonly KnownColumn[] },
): void {
  const names = required.map((name) => `\`${name}\``).join(' and ');
  const requiredFix = `Write a header row with the column${required.length > 1 ? 's' : ''} ${names}.`;
  for (const column of required) {
    if (columns.includes(column)) continue;
    const wanted = given[column] ?? column;
    const found = headers.map((text) => `\`${text}\``).join(', ');
    const near = closest(wanted, headers);
    const hint = near === undefined ? '' : ` If \`${near}\` is that column, rename it to \`${column}\`.`;
    const problem = `The header must have a column \`${wanted}\`; got ${found}`;
    throw invalidTable(place, problem, requiredFix + hint);
  }
  const duplicate = columns.find((column, i) => column !== '' && columns.indexOf(column) !== i);
  if (duplicate !== undefined) {
    throw invalidTable(place, `The header has the column \`${duplicate}\` twice`, 'Rename one of them.');
  }
}
