import type { Sex, Utterance } from '../utterance.js';
import { invalidTable, knownColumns, type TableRow } from './readRows.js';

/** Where the rows come from. */
export interface TableContext {
  /** The table's path, for messages. */
  readonly file: string;
  /** Name of the corpus that the rows form. */
  readonly corpus: string;
  /** Makes the path of a recording absolute. */
  readonly resolve: (path: string) => string;
}

/**
 * Turns a row of a table into an utterance. Its id is `corpus/path`, with the path as written in the table.
 *
 * @throws {SerError} `invalid-table` if the path or the label is empty, or the sex is unknown
 */
export function utteranceOfRow({ line, cells }: TableRow, context: TableContext): Utterance {
  const { file, corpus } = context;
  const required = (column: string): string => {
    const cell = cells.get(column) ?? '';
    if (cell !== '') return cell;
    throw invalidTable(
      { file, line },
      `\`${column}\` must not be empty`,
      'Fill in the cell, or remove the row.',
    );
  };
  const path = required('path').replaceAll('\\', '/');
  const id = `${corpus}/${path}`;
  const extra = Object.fromEntries([...cells].filter(([column]) => !knownColumns.includes(column)));
  return {
    id,
    path: context.resolve(path),
    corpus,
    emotion: required('label'),
    ...optionalField('speaker', cells.get('speaker')),
    ...optionalField('sex', sexOf(cells.get('sex') ?? '', file, line)),
    ...optionalField('language', cells.get('language')),
    ...optionalField('text', cells.get('text')),
    recording: id,
    extra,
  };
}

function optionalField<Name extends 'speaker' | 'sex' | 'language' | 'text'>(
  name: Name,
  value: string | undefined,
): Pick<Utterance, Name> | undefined {
  return value === undefined || value === '' ? undefined : ({ [name]: value } as Pick<Utterance, Name>);
}

const sexes: Readonly<Record<string, Sex | undefined>> = {
  '': undefined,
  female: 'female',
  f: 'female',
  male: 'male',
  m: 'male',
};

function sexOf(cell: string, file: string, line: number): Sex | undefined {
  const key = cell.toLowerCase();
  if (Object.hasOwn(sexes, key)) return sexes[key];
  throw invalidTable(
    { file, line },
    `\`sex\` must be female, male, f, m, or empty; got '${cell}'`,
    'Leave the cell empty if it is unknown.',
  );
}
