import { id3v2Length } from '../bytes/id3v2Length.js';
import { firstFrame } from './firstFrame.js';

/** Whether a file is MPEG audio of any layer. A file that ends within its ID3v2 tag counts too. */
export function isMpegAudio(bytes: Uint8Array): boolean {
  const tag = id3v2Length(bytes);
  return firstFrame(bytes) !== undefined || (tag > 0 && tag >= bytes.length);
}
