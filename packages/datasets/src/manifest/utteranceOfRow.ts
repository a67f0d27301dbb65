import type { DatasetError } from '../errors.js';
import type { Sex, Utterance, Votes } from '../utterance.js';
import { type KnownColumn, knownColumns } from './columns.js';
import { dimensionsOf } from './dimensionsOf.js';
import { parseTime } from './parseTime.js';
import type { TableRow } from './readRows.js';
import { segmentId } from './segmentId.js';
import { invalidTable } from './tableErrors.js';

/** Where the rows come from. */
export interface TableContext {
  /** The table's path, for messages. */
  readonly file: string;
  /** Name of the corpus that the rows form. */
  readonly corpus: string;
  /** Makes the path of a recording absolute, or leaves it relative to the folder of the table. */
  readonly resolve: (path: string) => string;
  /** Gives a label word its name: `wütend` becomes `angry`. */
  readonly labelOf: (word: string) => string;
  /** The speaker that a path names, for rows without a speaker. */
  readonly speakerOf: (path: string) => string | undefined;
}

/**
 * Turns a row of a table into an utterance. Its id is `corpus/path`, with the path as written in the table, followed by
 * `#t=start,end` if it is a part of a file.
 *
 * @throws {SerError} `invalid-table` if the path or the label is empty, or a cell cannot be read
 */
export function utteranceOfRow({ line, cells }: TableRow, context: TableContext): Utterance {
  const { corpus } = context;
  const row = new Row(cells, { file: context.file, line });
  const path = row.required('path').replaceAll('\\', '/');
  const segment = row.segment();
  const id = segmentId(`${corpus}/${path}`, segment);
  const speaker = row.text('speaker') ?? context.speakerOf(path);
  const extra = Object.entries(Object.fromEntries(cells)).filter(([column]) => !isKnown(column));
  return {
    id,
    path: context.resolve(path),
    corpus,
    emotion: context.labelOf(row.required('label').normalize('NFC')),
    ...(speaker !== undefined && { speaker }),
    ...optional('sex', row.sex()),
    ...optional('language', row.text('language')),
    ...optional('text', row.text('text')),
    recording: id,
    ...segment,
    ...optional('split', row.text('split')),
    ...optional('weight', row.weight()),
    ...optional('votes', row.votes(context.labelOf)),
    ...optional('dimensions', dimensionsOf(cells)),
    extra: Object.fromEntries(extra),
  };
}

function optional<Name extends string, T>(name: Name, value: T | undefined): Partial<Record<Name, T>> {
  return value === undefined ? {} : ({ [name]: value } as Partial<Record<Name, T>>);
}

function isKnown(column: string): boolean {
  return (knownColumns as readonly string[]).includes(column);
}

const sexes: Readonly<Record<string, Sex | undefined>> = {
  '': undefined,
  female: 'female',
  f: 'female',
  male: 'male',
  m: 'male',
  unknown: undefined,
};

/** The cells of one row, with errors that name its line. */
class Row {
  readonly #cells: ReadonlyMap<string, string>;
  readonly #place: { readonly file: string; readonly line: number };

  constructor(cells: ReadonlyMap<string, string>, place: { readonly file: string; readonly line: number }) {
    this.#cells = cells;
    this.#place = place;
  }

  text(column: KnownColumn): string | undefined {
    const cell = this.#cells.get(column) ?? '';
    return cell === '' ? undefined : cell;
  }

  required(column: KnownColumn): string {
    const text = this.text(column);
    if (text !== undefined) return text;
    throw this.#error(`\`${column}\` must not be empty`, 'Fill in the cell, or remove the row.');
  }

  sex(): Sex | undefined {
    const cell = this.text('sex') ?? '';
    if (Object.hasOwn(sexes, cell.toLowerCase())) return sexes[cell.toLowerCase()];
    const problem = `\`sex\` must be female, male, f, m, or empty; got '${cell}'`;
    throw this.#error(problem, 'Leave the cell empty if it is unknown.');
  }

  weight(): number | undefined {
    const cell = this.text('weight');
    if (cell === undefined) return undefined;
    const weight = Number(cell);
    if (Number.isFinite(weight) && weight > 0) return weight;
    throw this.#error(`\`weight\` must be a number above 0; got '${cell}'`, 'Leave the cell empty for 1.');
  }

  /** Columns `vote.LABEL`, or `probability.LABEL`; `undefined` if no cell has a number above 0. */
  votes(labelOf: (word: string) => string): Votes | undefined {
    const votes: Record<string, number> = {};
    for (const [column, cell] of this.#cells) {
      const [, word] = /^(?:vote|probability)\.(.+)$/i.exec(column) ?? [];
      if (word === undefined || cell === '') continue;
      const count = Number(cell);
      if (!(Number.isFinite(count) && count >= 0)) {
        throw this.#error(
          `\`${column}\` must be a number of at least 0; got '${cell}'`,
          'Correct the number.',
        );
      }
      const label = labelOf(word.normalize('NFC'));
      votes[label] = (votes[label] ?? 0) + count;
    }
    return Object.values(votes).some((count) => count > 0) ? votes : undefined;
  }

  /** An `end` of 0 means the end of the file. */
  segment(): Pick<Utterance, 'start' | 'end'> {
    const start = this.#time('start') ?? 0;
    const end = this.#time('end') ?? 0;
    if (end !== 0 && end <= start) {
      throw this.#error(`\`end\` must be after \`start\` (${start} s); got ${end} s`, 'Correct the times.');
    }
    return { ...(start > 0 && { start }), ...(end > 0 && { end }) };
  }

  #time(column: 'start' | 'end'): number | undefined {
    const cell = this.text(column);
    const time = cell === undefined ? undefined : parseTime(cell);
    if (!Number.isNaN(time)) return time;
    const problem = `\`${column}\` must be a time, for example 1.5, 00:00:01.5, or empty; got '${cell}'`;
    throw this.#error(problem, 'Write seconds.');
  }

  #error(problem: string, fix: string): DatasetError {
    return invalidTable(this.#place, problem, fix);
  }
}
