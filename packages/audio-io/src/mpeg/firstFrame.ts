import { id3v2Length } from '../bytes/id3v2Length.js';
import { isSameStream, type MpegHeader, mpegHeader } from './mpegHeader.js';

/** How many bytes after an ID3v2 tag are searched for the first frame: taggers leave padding there. */
const searchSize = 1 << 16;

/** A frame and where it begins. */
export interface MpegFrame extends MpegHeader {
  readonly start: number;
}

/**
 * The first frame of MPEG audio: at the beginning of the file, or after an ID3v2 tag and its padding.
 *
 * Many other files begin with the eleven set bits of a frame header. So a frame only counts if another one or a tag
 * follows it, or if the file ends with it.
 */
export function firstFrame(bytes: Uint8Array): MpegFrame | undefined {
  const tag = id3v2Length(bytes);
  const end = tag === 0 ? 1 : Math.min(tag + searchSize, bytes.length);
  return nextFrame(bytes, tag, end);
}

/** The first frame that begins at `from` or after it and before `end`. */
export function nextFrame(
  bytes: Uint8Array,
  from: number,
  end: number,
  like?: MpegHeader,
): MpegFrame | undefined {
  for (let start = from; start < end; start++) {
    if (bytes[start] !== 0xff) continue;
    const header = mpegHeader(bytes, start);
    if (header === undefined || (like !== undefined && !isSameStream(header, like))) continue;
    const following = start + header.size;
    if (following >= bytes.length) return { ...header, start };
    const next = mpegHeader(bytes, following);
    if ((next !== undefined && isSameStream(header, next)) || isTrailer(bytes, following)) {
      return { ...header, start };
    }
  }
  return undefined;
}

/** Tags that follow the last frame: ID3v1, APEv2, Lyrics3. */
function isTrailer(bytes: Uint8Array, start: number): boolean {
  const tag = String.fromCharCode(...bytes.subarray(start, start + 3));
  return tag === 'TAG' || tag === 'APE' || tag === 'LYR';
}
