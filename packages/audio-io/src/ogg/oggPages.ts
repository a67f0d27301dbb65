import { AudioError } from '../errors.js';
import { hasTag } from '../format/hasTag.js';

/** A page of the first stream of an Ogg file. */
export interface OggPage {
  /** Position of the last sample that ends on the page, `undefined` where none does. */
  readonly position: number | undefined;

  /** Parts of packets; those of all pages together are the packets one after the other. */
  readonly content: Uint8Array;
}

/**
 * The pages of the first stream of an Ogg file; those of others, which may be interleaved or follow, are passed over.
 *
 * @throws {SerError} `truncated-file` when the last page is cut off
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

/** Bytes before the table of segments, the last of them their number. */
const headerSize = 27;
const nSegmentsAt = 26;

/** A signed 64-bit integer, -1 where no packet ends. */
function positionAt(view: DataView, start: number): number | undefined {
  const high = view.getUint32(start + 4, true);
  return high === 0xffffffff ? undefined : high * 2 ** 32 + view.getUint32(start, true);
}

function cutOff(): AudioError {
  return new AudioError(
    'truncated-file',
    'Expected whole Ogg pages, found the last one cut off. Download or copy the file again.',
  );
}
