import type { LoadEvent } from '@ser/recognizer';

/** Bytes so far, and in all. */
export interface Progress {
  readonly done: number;
  readonly total: number;
}

/** The progress of a download of several files, from the events of `Recognizer.load`. */
export class DownloadProgress {
  readonly #files = new Map<string, LoadEvent>();

  /** The progress after an event; files of unknown size count as far as they have come. */
  after(event: LoadEvent): Progress {
    this.#files.set(event.file, event);
    const files = [...this.#files.values()];
    return {
      done: files.reduce((sum, { received }) => sum + received, 0),
      total: files.reduce((sum, { received, total }) => sum + (total ?? received), 0),
    };
  }
}
