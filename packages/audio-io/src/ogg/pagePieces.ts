import type { OggStream } from './oggStreams.js';
import { joinBytes } from './packets.js';

/** Bytes of longer streams that are decoded at once: about two seconds. */
const pieceSize = 1 << 14;

/**
 * The pages of a stream in pieces, and `undefined` at the end. The last piece is long enough for the decoder to remove the
 * padding at the end from it.
 */
export function* pagePieces(stream: OggStream): Generator<Uint8Array | undefined> {
  let pages: Uint8Array[] = [];
  let size = 0;
  let nLeft = stream.reduce((sum, page) => sum + page.bytes.length, 0);
  for (const { bytes } of stream) {
    pages.push(bytes);
    size += bytes.length;
    nLeft -= bytes.length;
    if (size < pieceSize || nLeft < pieceSize) continue;
    yield joinBytes(pages);
    pages = [];
    size = 0;
  }
  yield joinBytes(pages);
  yield undefined;
}
