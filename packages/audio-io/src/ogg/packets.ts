import type { OggStream } from './oggStreams.js';

/** A packet and the last page that contains a part of it. */
export interface OggPacket {
  readonly bytes: Uint8Array;

  /** Index in the stream of the page on which the packet ends. */
  readonly page: number;
}

/**
 * The complete packets that end on the first pages of a stream.
 *
 * @see RFC 3533, section 5
 */
export function packets(stream: OggStream, nPages: number): readonly OggPacket[] {
  const found: OggPacket[] = [];
  let parts: Uint8Array[] = [];
  stream.slice(0, nPages).forEach(({ segments, content }, page) => {
    let start = 0;
    for (const size of segments) {
      parts.push(content.subarray(start, start + size));
      start += size;
      if (size === 255) continue;
      found.push({ bytes: joinBytes(parts), page });
      parts = [];
    }
  });
  return found;
}

/** The pieces in one array. */
export function joinBytes(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((size, { length }) => size + length, 0));
  let end = 0;
  for (const piece of pieces) {
    whole.set(piece, end);
    end += piece.length;
  }
  return whole;
}
