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
  let start = 0;
  for (;;) {
    const end = start + tagLength(bytes.subarray(start));
    if (end >= bytes.length) return 0;
    if (end === start) return start;
    start = end;
  }
}

/** The file without the tags and zeros at its beginning. Nothing is copied. */
export function withoutLeadingTags(bytes: Uint8Array): Uint8Array {
  return bytes.subarray(audioStart(bytes));
}

function tagLength(bytes: Uint8Array): number {
  return id3v2Length(bytes) || apeLength(bytes) || nZeros(bytes);
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

/** The size field of the first box of MP4 may begin with zeros too. */
function nZeros(bytes: Uint8Array): number {
  if (hasTag(bytes, 4, 'ftyp')) return 0;
  const end = bytes.findIndex((byte) => byte !== 0);
  return end === -1 ? bytes.length : end;
}
