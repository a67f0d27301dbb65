/** The bytes in pieces of this size; the last piece is up to twice as long, and none is shorter. Nothing is copied. */
export function* pieces(bytes: Uint8Array, size: number): Generator<Uint8Array> {
  let start = 0;
  while (bytes.length - start >= 2 * size) {
    yield bytes.subarray(start, start + size);
    start += size;
  }
  yield bytes.subarray(start);
}
