import { bytesAt, type Reading, readNow } from '../source/reading.js';
import { hasTag } from './hasTag.js';
import { id3v2Length } from './id3v2Length.js';

/**
 * Where the audio begins: after all tags and zeros at the beginning of the file.
 *
 * Taggers write ID3v2 and APEv2 tags, also several and large ones, before formats that do not provide for them, and
 * recorders leave zeros there.
 *
 * @returns 0 if nothing follows the tags, so that the caller sees what the file is
 */
export function audioStart(bytes: Uint8Array): number {
  return readNow(bytes, findAudioStart(bytes.length));
}

/** `audioStart` of a file of this size. */
export function* findAudioStart(fileSize: number): Reading<number> {
  let start = 0;
  for (;;) {
    const end = start + (yield* tagLength(start, fileSize));
    if (end >= fileSize) return 0;
    if (end === start) return start;
    start = end;
  }
}

/** The file without the tags and zeros at its beginning. Nothing is copied. */
export function withoutLeadingTags(bytes: Uint8Array): Uint8Array {
  return bytes.subarray(audioStart(bytes));
}

function* tagLength(start: number, fileSize: number): Reading<number> {
  const head = yield* bytesAt(start, start + apeHeaderSize);
  return id3v2Length(head) || apeLength(head) || (yield* nZeros(start, fileSize));
}

const apeHeaderSize = 32;

/**
 * Size in bytes of an APEv2 tag at the beginning of the bytes; 0 if there is none. The declared size includes the
 * footer but not the header.
 *
 * @see https://wiki.hydrogenaudio.org/index.php?title=APE_Tags_Header
 */
function apeLength(bytes: Uint8Array): number {
  if (bytes.length < apeHeaderSize || !hasTag(bytes, 0, 'APETAGEX')) return 0;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return apeHeaderSize + view.getUint32(12, true);
}

/** How many bytes are searched at once for the end of zeros. */
const zerosAtOnce = 1 << 16;

/** The size field of the first box of MP4 may begin with zeros too. */
function* nZeros(start: number, fileSize: number): Reading<number> {
  const head = yield* bytesAt(start, start + 8);
  if (head[0] !== 0 || hasTag(head, 4, 'ftyp')) return 0;
  for (let from = start; from < fileSize; from += zerosAtOnce) {
    const bytes = yield* bytesAt(from, from + zerosAtOnce);
    const end = bytes.findIndex((byte) => byte !== 0);
    if (end !== -1) return from + end - start;
  }
  return fileSize - start;
}
