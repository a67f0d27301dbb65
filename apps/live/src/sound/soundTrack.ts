import { bandsPerColumn, columnsPerSecond, type SoundBlock } from './soundBlock.js';

/** Columns of a page: one minute. */
export const columnsPerPage = 60 * columnsPerSecond;

/** Pages that are kept: the last two hours, 19 MB. */
const maxPages = 120;

/** A minute of the spectrogram and the pitch. */
export interface SoundPage {
  /** Of the recording, from 0. */
  readonly index: number;
  /** Shape `[columnsPerPage, bandsPerColumn]`, from 0 to 255. */
  readonly levels: Uint8Array;
  /** In Hz; 0 without a voice. */
  readonly pitch: Float32Array;
  /** Columns that have been written, all before it included. */
  nColumns: number;
}

/** The pitch of a part of the recording, in Hz. */
export interface PitchRange {
  readonly median: number;
  /** A tenth of the values is below. */
  readonly low: number;
  /** A tenth of the values is above. */
  readonly high: number;
}

/** Spectrogram and pitch of the recording. */
export class SoundTrack {
  readonly #pages = new Map<number, SoundPage>();

  /** @param origin of the stream in the recording, in seconds */
  write({ start, levels, pitch }: SoundBlock, origin: number): void {
    const first = Math.round((origin + start) * columnsPerSecond);
    pitch.forEach((value, i) => {
      const page = this.#page(Math.floor((first + i) / columnsPerPage));
      const column = (first + i) % columnsPerPage;
      page.levels.set(levels.subarray(i * bandsPerColumn, (i + 1) * bandsPerColumn), column * bandsPerColumn);
      page.pitch[column] = value;
      page.nColumns = Math.max(page.nColumns, column + 1);
    });
  }

  /** The pages of a part of the recording, from and to a time in seconds. */
  pages(start: number, end: number): readonly SoundPage[] {
    const [first, last] = [start, end].map((time) => Math.floor((time * columnsPerSecond) / columnsPerPage));
    return [...this.#pages.values()].filter(({ index }) => index >= first! && index <= last!);
  }

  /** The pitch at a column of the recording, in Hz; 0 without a voice, and where nothing is known. */
  pitchAt(column: number): number {
    return this.#pages.get(Math.floor(column / columnsPerPage))?.pitch[column % columnsPerPage] ?? 0;
  }

  /** Of a part of the recording; undefined if less than a tenth of a second has a voice. */
  pitchRange(start: number, end: number): PitchRange | undefined {
    const values: number[] = [];
    for (let column = Math.round(start * columnsPerSecond); column < end * columnsPerSecond; column++) {
      const value = this.pitchAt(column);
      if (value > 0) values.push(value);
    }
    if (values.length < columnsPerSecond / 10) return undefined;
    values.sort((a, b) => a - b);
    const at = (share: number) => values[Math.round(share * (values.length - 1))]!;
    return { median: at(0.5), low: at(0.1), high: at(0.9) };
  }

  clear(): void {
    this.#pages.clear();
  }

  #page(index: number): SoundPage {
    const known = this.#pages.get(index);
    if (known) return known;
    const page = {
      index,
      levels: new Uint8Array(columnsPerPage * bandsPerColumn),
      pitch: new Float32Array(columnsPerPage),
      nColumns: 0,
    };
    this.#pages.set(index, page);
    if (this.#pages.size > maxPages) this.#pages.delete(Math.min(...this.#pages.keys()));
    return page;
  }
}
