import { AudioError } from '../errors.js';
import { hasTag } from '../bytes/hasTag.js';

/** A page of the first stream of an Ogg file. */
export interface OggPage {
  /** Position of the last sample that ends on the page; `undefined` if none does. */
  readonly position: number | undefined;

  /** Parts of packets. The contents of all pages together are the packets in order. */
  readonly content: Uint8Array;
}

/**
 * The pages of the first stream of an Ogg file. Pages of other streams, interleaved or later, are skipped.
 *
 * @throws {SerError} `truncated-file` if the last page is cut off
 * @see RFC 3533, section 6, https://www.rfc-editor.org/rfc/rfc3533
 */
export function oggPages(bytes: Uint8Array): readonly OggPage[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const pages: OggPage[] = [];
  let start = 0;
  while (start < bytes.length && hasTag(bytes, start, 'OggS')) {
    const header = headerSize + (bytes[start + nSegmentsAt] ?? Infinity);
    const segments = bytes.subarray(start + headerSize, start + header);
    const end = start + header + segments.reduce((sum, size) => sum + size, 0);
    if (end > bytes.length) throw cutOff();
    const isOfFirstStream = view.getUint32(start + 14, true) === view.getUint32(14, true);
    if (isOfFirstStream) {
      pages.push({ position: positionAt(view, start + 6), content: bytes.subarray(start + header, end) });
    }
    start = end;
  }
  return pages;
}

/** Bytes before the segment table; the last one is the number of segments. */
const headerSize = 27;
const nSegmentsAt = 26;

/** A signed 64-bit integer; -1 if no packet ends on the page. */
function positionAt(view: DataView, start: number): number | undefined {
  const high = view.getUint32(start + 4, true);
  return high === 0xffffffff ? undefined : high * 2 ** 32 + view.getUint32(start, true);
}

function cutOff(): AudioError {
  return new AudioError(
    'truncated-file',
    'Expected complete Ogg pages, but the last one is cut off. Download or copy the file again.',
  );
}
