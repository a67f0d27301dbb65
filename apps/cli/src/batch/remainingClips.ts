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

  #keyOf(row: AnswerRow): string {
    return JSON.stringify(this.#columns.map((column) => row[column] ?? ''));
  }
}
