/** A range of a file, in bytes: from `start` up to `end`. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/**
 * A computation that requests ranges of a file and receives their bytes, fewer at the end of the file. The same code so
 * reads bytes in memory at once (`readNow`) and files on disk in pieces (`SourceReader`).
 */
export type Reading<T> = Generator<ByteRange, T, Uint8Array>;

/** The bytes of a range. */
export function* bytesAt(start: number, end: number): Reading<Uint8Array> {
  return yield { start, end };
}

/** A view of the bytes of a range, and the bytes. */
export function* viewAt(start: number, end: number): Reading<DataView> {
  const bytes = yield* bytesAt(start, end);
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** A place where the event loop may run, in a long computation between two ranges. */
export function* pause(): Reading<void> {
  yield { start: 0, end: 0 };
}

/** The result of a reading of bytes in memory. */
export function readNow<T>(bytes: Uint8Array, reading: Reading<T>): T {
  let step = reading.next();
  while (!step.done) step = reading.next(bytes.subarray(step.value.start, step.value.end));
  return step.value;
}
