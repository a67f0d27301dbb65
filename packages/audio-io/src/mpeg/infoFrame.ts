import { hasTag } from '../bytes/hasTag.js';
import type { MpegFrame } from './firstFrame.js';

/** The contents of an info frame: a first frame that describes the file instead of containing audio. */
export interface InfoFrame {
  /** Frames that follow; `undefined` if the encoder did not count them. */
  readonly nFrames: number | undefined;

  /** Bytes from the beginning of this frame to the end of the last one; `undefined` if not declared. */
  readonly nBytes: number | undefined;

  /** Samples of silence that the encoder added at the beginning. */
  readonly delay: number;

  /** Samples of silence that fill the last frame. */
  readonly padding: number;
}

/**
 * Reads an info frame, which contains `Xing` or `Info`; `undefined` if the frame contains audio.
 *
 * @see http://gabriel.mp3-tech.org/mp3infotag.html
 */
export function infoFrame(bytes: Uint8Array, frame: MpegFrame): InfoFrame | undefined {
  if (frame.layer !== 3) return undefined;
  const tag = infoTags(frame).find((at) => hasTag(bytes, at, 'Xing') || hasTag(bytes, at, 'Info'));
  if (tag === undefined || tag + 8 > bytes.length) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const flags = view.getUint32(tag + 4);
  let at = tag + 8;
  const nFrames = flags & 1 && at + 4 <= bytes.length ? view.getUint32(at) : undefined;
  if (flags & 1) at += 4;
  const nBytes = flags & 2 && at + 4 <= bytes.length ? view.getUint32(at) : undefined;
  if (flags & 2) at += 4;
  if (flags & 4) at += 100; // table of contents
  if (flags & 8) at += 4; // quality
  return { nFrames, nBytes, ...silenceAround(bytes, at) };
}

/** Where the tag may begin. LAME reserves no bytes for the checksum of this frame. */
function infoTags({ start, mainData, hasChecksum }: MpegFrame): readonly number[] {
  const tag = start + mainData;
  return hasChecksum ? [tag, tag - 2] : [tag];
}

/** LAME's extension: the encoder's name in nine letters, then, among other fields, two 12-bit counts. */
function silenceAround(bytes: Uint8Array, extension: number): { delay: number; padding: number } {
  const at = extension + 21;
  if (at + 3 > bytes.length || bytes[extension] === 0) return { delay: 0, padding: 0 };
  const packed = (bytes[at]! << 16) | (bytes[at + 1]! << 8) | bytes[at + 2]!;
  return { delay: packed >> 12, padding: packed & 0xfff };
}
