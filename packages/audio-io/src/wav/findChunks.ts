import { AudioError } from '../errors.js';
import { hasTag } from '../bytes/hasTag.js';
import { bytesAt, type Reading, viewAt } from '../source/reading.js';
import type { Chunk } from './chunk.js';
import { dataSize } from './dataSize.js';

/** The two chunks of a WAV file that are needed to decode it. */
export interface WavChunks {
  readonly format: Chunk & { readonly littleEndian: boolean };
  readonly data: Chunk;
}

/** Finds the `fmt ` and `data` chunks of a file of this size; all others are skipped. */
export function* findChunks(fileSize: number): Reading<WavChunks> {
  const littleEndian = !hasTag(yield* bytesAt(0, 4), 0, 'RIFX');
  const riffEnd = (yield* viewAt(4, 8)).getUint32(0, littleEndian) + 8;
  let format: Chunk | undefined;
  let data: Chunk | undefined;
  let longDataSize: number | undefined;
  let start = 12;
  while ((format === undefined || data === undefined) && start + 8 <= fileSize) {
    const tag = yield* bytesAt(start, start + 4);
    const chunk = {
      start: start + 8,
      size: (yield* viewAt(start + 4, start + 8)).getUint32(0, littleEndian),
    };
    let { size } = chunk;
    if (hasTag(tag, 0, 'fmt ')) format = chunk;
    if (hasTag(tag, 0, 'ds64')) longDataSize = yield* readDataSize64(chunk);
    if (hasTag(tag, 0, 'data')) {
      size = dataSize(chunk, { fileSize, riffEnd, longDataSize });
      data = { start: chunk.start, size };
    }
    start = chunk.start + size + (size % 2);
  }
  if (format === undefined || data === undefined) {
    throw missingChunk(format === undefined ? 'fmt ' : 'data', Math.max(start, riffEnd) > fileSize);
  }
  return { format: { ...format, littleEndian }, data };
}

/** RF64 and BW64: the `ds64` chunk contains the 64-bit sizes of the RIFF form and of the data, always little-endian. */
function* readDataSize64(chunk: Chunk): Reading<number | undefined> {
  const view = yield* viewAt(chunk.start, chunk.start + 16);
  if (chunk.size < 16 || view.byteLength < 16) return undefined;
  return view.getUint32(8, true) + view.getUint32(12, true) * 2 ** 32;
}

function missingChunk(name: string, isCutOff: boolean): AudioError {
  const message = `Expected a \`${name}\` chunk in the WAV file, found none. Download or copy the file again.`;
  return new AudioError(isCutOff ? 'truncated-file' : 'corrupt-file', message);
}
