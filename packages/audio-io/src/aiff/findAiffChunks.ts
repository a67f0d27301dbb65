import { hasTag } from '../bytes/hasTag.js';
import { bytesAt, type Reading, viewAt } from '../source/reading.js';
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

/** Finds the `COMM` and `SSND` chunks of a file of this size; all others are skipped. */
export function* findAiffChunks(fileSize: number): Reading<AiffChunks> {
  let common: AiffChunk | undefined;
  let sound: AiffChunk | undefined;
  let start = 12;
  while ((common === undefined || sound === undefined) && start + 8 <= fileSize) {
    const tag = yield* bytesAt(start, start + 4);
    const chunk = { start: start + 8, size: (yield* viewAt(start + 4, start + 8)).getUint32(0) };
    if (hasTag(tag, 0, 'COMM')) common = chunk;
    if (hasTag(tag, 0, 'SSND')) sound = chunk;
    start = chunk.start + chunk.size + (chunk.size % 2);
  }
  if (common !== undefined && sound !== undefined) return { common, sound };
  const what = `a \`${common === undefined ? 'COMM' : 'SSND'}\` chunk`;
  const formEnd = (yield* viewAt(4, 8)).getUint32(0) + 8;
  const isCutOff = Math.max(start, formEnd) > fileSize;
  throw isCutOff ? truncatedAiff(what, 'none') : corruptAiff(what, 'none');
}
