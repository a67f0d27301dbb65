import { hasTag } from '../bytes/hasTag.js';
import { bytesAt, type Reading, readNow, viewAt } from '../source/reading.js';
import { findChunks } from './findChunks.js';

/** Format tags of WAV files whose data are frames of MPEG audio. */
const mpegTags: readonly number[] = [0x0050, 0x0055];

/** The MPEG audio in a WAV file; `undefined` if the file contains none. */
export function mp3InWav(bytes: Uint8Array): Uint8Array | undefined {
  if (!readNow(bytes, isMp3InWav(bytes.length))) return undefined;
  const { data } = readNow(bytes, findChunks(bytes.length));
  return bytes.subarray(data.start, data.start + data.size);
}

/** Whether a file is WAV of MPEG audio. The checks that a WAV file of samples needs are left out. */
export function* isMp3InWav(fileSize: number): Reading<boolean> {
  const head = yield* bytesAt(0, 12);
  if (!hasTag(head, 0, 'RIFF') || !hasTag(head, 8, 'WAVE')) return false;
  let start = 12;
  while (start + 10 <= fileSize) {
    const view = yield* viewAt(start, start + 10);
    if (hasTag(new Uint8Array(view.buffer, view.byteOffset, 4), 0, 'fmt ')) {
      return mpegTags.includes(view.getUint16(8, true));
    }
    const size = view.getUint32(4, true);
    start += 8 + size + (size % 2);
  }
  return false;
}
