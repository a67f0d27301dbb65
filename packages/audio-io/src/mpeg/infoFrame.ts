import { hasTag } from '../format/hasTag.js';
import type { MpegFrame } from './firstFrame.js';

/** What the first frame says where it holds no sound, but a note of the encoder about the whole file. */
export interface InfoFrame {
  /** Frames that follow, where the encoder counted them. */
  readonly nFrames: number | undefined;

  /** Samples of silence that the encoder put in front, and those that fill the last frame. */
  readonly delay: number;
  readonly padding: number;
}

/**
 * Reads the frame that `Xing` or `Info` begins, or gives `undefined` when it is a frame of sound.
 *
 * @see http://gabriel.mp3-tech.org/mp3infotag.html
 */
export function infoFrame(bytes: Uint8Array, frame: MpegFrame): InfoFrame | undefined {
  const tag = frame.start + frame.mainData;
  if (frame.layer !== 3 || !(hasTag(bytes, tag, 'Xing') || hasTag(bytes, tag, 'Info'))) return undefined;
  if (tag + 8 > bytes.length) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const flags = view.getUint32(tag + 4);
  let at = tag + 8;
  const nFrames = flags & 1 && at + 4 <= bytes.length ? view.getUint32(at) : undefined;
  if (flags & 1) at += 4;
  if (flags & 2) at += 4; // bytes of the file
  if (flags & 4) at += 100; // table of contents
  if (flags & 8) at += 4; // quality
  return { nFrames, ...silenceAround(bytes, at) };
}

/** LAME's extension: nine letters that name the encoder, then among others two counts of 12 bits. */
function silenceAround(bytes: Uint8Array, extension: number): { delay: number; padding: number } {
  const at = extension + 21;
  if (at + 3 > bytes.length || bytes[extension] === 0) return { delay: 0, padding: 0 };
  const packed = (bytes[at]! << 16) | (bytes[at + 1]! << 8) | bytes[at + 2]!;
  return { delay: packed >> 12, padding: packed & 0xfff };
}
