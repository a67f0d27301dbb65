import { audioStart } from '../bytes/audioStart.js';
import { isSameStream, type MpegHeader, mpegHeader } from './mpegHeader.js';

/** How many bytes are searched for the first frame: taggers leave padding, and cut streams begin within a frame. */
const searchSize = 1 << 16;

/** Frames that must follow one another where bytes that are neither a tag nor a frame come first. */
const nSure = 4;

/** A frame and where it begins. */
export interface MpegFrame extends MpegHeader {
  readonly start: number;
}

/**
 * The first frame of MPEG audio: at the beginning of the file or after its tags, or after bytes that are the rest of
 * a frame.
 *
 * Many other files begin with the eleven set bits of a frame header. So a frame only counts if another one or a tag
 * follows it, or if the file ends with it. After other bytes, four frames must follow one another.
 */
export function firstFrame(bytes: Uint8Array): MpegFrame | undefined {
  const start = audioStart(bytes);
  return (
    nextFrame(bytes, start, start + 1) ?? sureFrame(bytes, start, Math.min(start + searchSize, bytes.length))
  );
}

function sureFrame(bytes: Uint8Array, from: number, end: number): MpegFrame | undefined {
  let frame = nextFrame(bytes, from, end);
  while (frame !== undefined && !isSure(bytes, frame)) frame = nextFrame(bytes, frame.start + 1, end);
  return frame;
}

function isSure(bytes: Uint8Array, first: MpegFrame): boolean {
  let at = first.start;
  for (let i = 0; i < nSure; i++) {
    const header = mpegHeader(bytes, at, first);
    if (header === undefined || !isSameStream(header, first)) return false;
    at += header.size;
  }
  return at <= bytes.length;
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
    const header = mpegHeader(bytes, start, like);
    if (header === undefined || (like !== undefined && !isSameStream(header, like))) continue;
    const following = start + header.size;
    if (following >= bytes.length) return { ...header, start };
    const next = mpegHeader(bytes, following, header);
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
