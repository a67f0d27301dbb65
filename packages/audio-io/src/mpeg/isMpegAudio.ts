import { id3v2Length } from '../format/id3v2Length.js';
import { firstFrame } from './firstFrame.js';

/** Whether a file is MPEG audio: MP3, or of the layers before it; also one that ends within the tag before it. */
export function isMpegAudio(bytes: Uint8Array): boolean {
  const tag = id3v2Length(bytes);
  return firstFrame(bytes) !== undefined || (tag > 0 && tag >= bytes.length);
}
