import type { AnswerRow } from './answerFile.js';
import { type AnswerColumnsOptions, inputColumns, inputRow } from './answerRow.js';
import type { InputClip } from './inputClips.js';

/** The clips that have no row yet. A clip that was typed twice has two rows. */
export class RemainingClips {
  readonly #columns: readonly string[];
  readonly #byKey = new Map<string, InputClip[]>();
  readonly #taken = new Set<InputClip>();
  readonly #all: readonly InputClip[];

  constructor(clips: readonly InputClip[], options: AnswerColumnsOptions) {
    this.#all = clips;
    this.#columns = inputColumns(options);
    for (const clip of clips) {
      const key = this.#keyOf(inputRow(clip, options));
      const others = this.#byKey.get(key);
      if (others) others.push(clip);
      else this.#byKey.set(key, [clip]);
    }
  }

  get clips(): readonly InputClip[] {
    return this.#all.filter((clip) => !this.#taken.has(clip));
  }

  /** Whether a clip of this row remains. */
  has(row: AnswerRow): boolean {
    return (this.#byKey.get(this.#keyOf(row))?.length ?? 0) > 0;
  }

  /** Marks the clip of a row as done, if it was typed. */
  take(row: AnswerRow): void {
    const clip = this.#byKey.get(this.#keyOf(row))?.shift();
    if (clip) this.#taken.add(clip);
  }

  /** Whether two rows are of the same clip, as far as the input says. */
  isSame(a: AnswerRow, b: AnswerRow): boolean {
    return this.#keyOf(a) === this.#keyOf(b);
  }

  #keyOf(row: AnswerRow): string {
    return JSON.stringify(this.#columns.map((column) => row[column] ?? ''));
  }
}

/**
 * The rows of a file that need not be computed again, whose clips are then no longer among the remaining ones: answers, and
 * all windows of a clip if none is missing. Rows of clips that were not typed are kept, too.
 */
export function keptRows(rows: readonly AnswerRow[], work: RemainingClips): readonly AnswerRow[] {
  const kept: AnswerRow[] = [];
  for (let i = 0; i < rows.length;) {
    const all = rows.slice(i, i + nWindows(rows[i]!));
    const isWhole = all.length === nWindows(all[0]!) && all.every((row) => work.isSame(row, all[0]!));
    if (!isWhole) {
      i++;
      continue;
    }
    i += all.length;
    if (all.every(isAnswered)) work.take(all[0]!);
    else if (work.has(all[0]!)) continue;
    kept.push(...all);
  }
  return kept;
}

/** The number of rows of the clip of a row. */
function nWindows({ windows }: AnswerRow): number {
  const count = Number(windows);
  return Number.isInteger(count) && count > 0 ? count : 1;
}

function isAnswered({ error }: AnswerRow): boolean {
  return error === undefined || error === '';
}
