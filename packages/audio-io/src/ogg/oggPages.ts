import { AudioError } from '../errors.js';
import { hasTag } from '../bytes/hasTag.js';
import { checksumAt, oggChecksum } from './oggChecksum.js';

/** A page of an Ogg file. */
export interface OggPage {
  /** Position of the last sample that ends on the page; `undefined` if none does. */
  readonly position: number | undefined;

  /** Serial number of its stream. */
  readonly stream: number;

  /** Number of the page in its stream. */
  readonly sequence: number;

  /** Whether it begins a stream. */
  readonly isFirst: boolean;

  /** Sizes in bytes of the segments of `content`. A packet ends with the first segment below 255. */
  readonly segments: Uint8Array;

  /** Parts of packets. The contents of all pages of a stream together are the packets in order. */
  readonly content: Uint8Array;

  /** The whole page with its header. */
  readonly bytes: Uint8Array;
}

/** Positions where a page may begin but its checksum is wrong; more are not tried, which bounds the time. */
const maxFailures = 2048;

/**
 * All pages of an Ogg file with a correct checksum. Other bytes between and after them are skipped if no page is missing.
 *
 * @throws {SerError} `truncated-file` if the last page is cut off; `corrupt-file` if a page is damaged
 * @see RFC 3533, section 6, https://www.rfc-editor.org/rfc/rfc3533
 */
export function oggPages(bytes: Uint8Array): readonly OggPage[] {
  const pages: OggPage[] = [];
  const last = new Map<number, number>();
  let problem: AudioError | undefined;
  let nFailures = 0;
  let skips = false;
  let start = 0;
  while (start < bytes.length) {
    const page = hasTag(bytes, start, 'OggS') ? pageAt(bytes, start) : undefined;
    if (page instanceof AudioError || page === undefined) {
      problem ??= page;
      if (page !== undefined) nFailures += 1;
      if (nFailures > maxFailures) throw damaged();
      skips = true;
      start = nextCapture(bytes, start + 1);
      continue;
    }
    if (skips) requireNext(page, last.get(page.stream));
    problem = undefined;
    skips = false;
    last.set(page.stream, page.sequence);
    pages.push(page);
    start += page.bytes.length;
  }
  if (problem !== undefined) throw problem;
  return pages;
}

/** After skipped bytes, a gap in the sequence shows that they were a page. */
function requireNext(page: OggPage, last: number | undefined): void {
  const isMissing = last === undefined ? !page.isFirst : page.sequence > last + 1;
  if (isMissing) throw damaged();
}

/** Where the next page may begin. */
function nextCapture(bytes: Uint8Array, from: number): number {
  let start = bytes.indexOf(0x4f, from);
  while (start !== -1 && !hasTag(bytes, start, 'OggS')) start = bytes.indexOf(0x4f, start + 1);
  return start === -1 ? bytes.length : start;
}

/** Bytes before the segment table; the last one is the number of segments. */
const headerSize = 27;

function pageAt(bytes: Uint8Array, start: number): OggPage | AudioError {
  if (start + headerSize > bytes.length) return cutOff();
  const header = headerSize + bytes[start + headerSize - 1]!;
  const segments = bytes.subarray(start + headerSize, start + header);
  const size = header + segments.reduce((sum, length) => sum + length, 0);
  if (start + size > bytes.length) return cutOff();
  const page = bytes.subarray(start, start + size);
  const view = new DataView(page.buffer, page.byteOffset, page.byteLength);
  if (view.getUint32(checksumAt, true) !== oggChecksum(page)) return damaged();
  return {
    position: positionAt(view, 6),
    stream: view.getUint32(14, true),
    sequence: view.getUint32(18, true),
    isFirst: (page[5]! & 2) !== 0,
    segments,
    content: page.subarray(header),
    bytes: page,
  };
}

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

function damaged(): AudioError {
  return new AudioError(
    'corrupt-file',
    'Expected Ogg pages with correct checksums, got a damaged page. Download or copy the file again.',
  );
}
