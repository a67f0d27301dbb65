import { hasTag } from '../bytes/hasTag.js';
import { findChunks } from './findChunks.js';

/** Format tags of WAV files whose data are frames of MPEG audio. */
const mpegTags: readonly number[] = [0x0050, 0x0055];

/** The MPEG audio in a WAV file; `undefined` if the file contains none. */
export function mp3InWav(bytes: Uint8Array): Uint8Array | undefined {
  if (!hasTag(bytes, 0, 'RIFF') || !hasTag(bytes, 8, 'WAVE') || !isMpeg(bytes)) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { data } = findChunks(bytes, view);
  return bytes.subarray(data.start, data.start + data.size);
}

/** Follows the chunks up to the format, without the checks that a WAV file of samples needs. */
function isMpeg(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let start = 12;
  while (start + 10 <= bytes.length) {
    if (hasTag(bytes, start, 'fmt ')) return mpegTags.includes(view.getUint16(start + 8, true));
    const size = view.getUint32(start + 4, true);
    start += 8 + size + (size % 2);
  }
  return false;
}
