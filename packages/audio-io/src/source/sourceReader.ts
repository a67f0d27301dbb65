import { LongTask } from '@ser/core';
import type { AudioSource } from './audioSource.js';
import type { ByteRange, Reading } from './reading.js';

/** Bytes that are read at once around a small request, because most requests are for the bytes that follow. */
const pieceSize = 1 << 18;

/** Runs readings of a source, and lets the event loop run in between. */
export class SourceReader {
  readonly size: number;
  readonly task: LongTask;
  readonly #source: AudioSource;
  readonly #start: number;
  #piece: Uint8Array = new Uint8Array(0);
  #pieceStart = 0;

  /** @param start where the audio begins in the source; positions and `size` are relative to it */
  constructor(
    source: AudioSource,
    { start = 0, signal }: { start?: number; signal?: AbortSignal | undefined },
  ) {
    this.#source = source;
    this.#start = start;
    this.size = source.size - start;
    this.task = new LongTask(signal);
  }

  /** The result of a reading. @throws the reason of the signal */
  async run<T>(reading: Reading<T>): Promise<T> {
    let step = reading.next();
    while (!step.done) {
      const { start, end } = step.value;
      const isPause = start === end;
      step = reading.next(
        (isPause ? undefined : this.#buffered(step.value)) ?? (await this.read(step.value)),
      );
    }
    return step.value;
  }

  /** A reader of the same source whose positions begin at `start` of this one. It keeps the bytes read last. */
  from(start: number, signal: AbortSignal | undefined): SourceReader {
    const reader = new SourceReader(this.#source, { start: this.#start + start, signal });
    reader.#piece = this.#piece;
    reader.#pieceStart = this.#pieceStart - start;
    return reader;
  }

  /** The bytes of a range, as far as they are in the file. */
  async read({ start, end: wanted }: ByteRange): Promise<Uint8Array> {
    await this.task.pause();
    const kept = this.#buffered({ start, end: wanted });
    if (kept) return kept;
    const end = Math.min(wanted, this.size);
    if (start >= end) return new Uint8Array(0);
    if (end - start > pieceSize / 4) return this.#source.read(this.#start + start, this.#start + end);
    const pieceEnd = Math.min(start + pieceSize, this.size);
    this.#piece = await this.#source.read(this.#start + start, this.#start + pieceEnd);
    this.#pieceStart = start;
    return this.#piece.subarray(0, end - start);
  }

  #buffered({ start, end: wanted }: ByteRange): Uint8Array | undefined {
    const end = Math.min(wanted, this.size);
    const from = start - this.#pieceStart;
    const to = end - this.#pieceStart;
    return from >= 0 && from <= to && to <= this.#piece.length ? this.#piece.subarray(from, to) : undefined;
  }
}
