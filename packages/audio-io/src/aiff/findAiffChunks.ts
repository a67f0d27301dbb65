import { hasTag } from '../bytes/hasTag.js';
import { corruptAiff, truncatedAiff } from './aiffErrors.js';

/** A range of the file, in bytes. `size` is as declared and may extend past the end of the file. */
export interface AiffChunk {
  readonly start: number;
  readonly size: number;
}

/** The two chunks of an AIFF file that are needed to decode it. */
export interface AiffChunks {
  readonly common: AiffChunk;
  readonly sound: AiffChunk;
}

/** Finds the `COMM` and `SSND` chunks; all others are skipped. */
export function findAiffChunks(bytes: Uint8Array, view: DataView): AiffChunks {
  let common: AiffChunk | undefined;
  let sound: AiffChunk | undefined;
  let start = 12;
  while ((common === undefined || sound === undefined) && start + 8 <= bytes.length) {
    const chunk = { start: start + 8, size: view.getUint32(start + 4) };
    if (hasTag(bytes, start, 'COMM')) common = chunk;
    if (hasTag(bytes, start, 'SSND')) sound = chunk;
    start = chunk.start + chunk.size + (chunk.size % 2);
  }
  if (common !== undefined && sound !== undefined) return { common, sound };
  const what = `a \`${common === undefined ? 'COMM' : 'SSND'}\` chunk`;
  const formEnd = view.getUint32(4) + 8;
  const isCutOff = Math.max(start, formEnd) > bytes.length;
  throw isCutOff ? truncatedAiff(what, 'none') : corruptAiff(what, 'none');
}
