import { AudioError } from '../errors.js';
import { hasTag } from '../bytes/hasTag.js';
import type { Chunk } from './chunk.js';
import { dataSize } from './dataSize.js';

/** The two chunks of a WAV file that are needed to decode it. */
export interface WavChunks {
  readonly format: Chunk & { readonly littleEndian: boolean };
  readonly data: Chunk;
}

/** Finds the `fmt ` and `data` chunks; all others are skipped. */
export function findChunks(bytes: Uint8Array, view: DataView): WavChunks {
  const littleEndian = !hasTag(bytes, 0, 'RIFX');
  const riffEnd = view.getUint32(4, littleEndian) + 8;
  let format: Chunk | undefined;
  let data: Chunk | undefined;
  let longDataSize: number | undefined;
  let start = 12;
  while ((format === undefined || data === undefined) && start + 8 <= bytes.length) {
    const chunk = { start: start + 8, size: view.getUint32(start + 4, littleEndian) };
    let { size } = chunk;
    if (hasTag(bytes, start, 'fmt ')) format = chunk;
    if (hasTag(bytes, start, 'ds64')) longDataSize = readDataSize64(view, chunk);
    if (hasTag(bytes, start, 'data')) {
      size = dataSize(chunk, { fileSize: bytes.length, riffEnd, longDataSize });
      data = { start: chunk.start, size };
    }
    start = chunk.start + size + (size % 2);
  }
  if (format === undefined || data === undefined) {
    throw missingChunk(format === undefined ? 'fmt ' : 'data', Math.max(start, riffEnd) > bytes.length);
  }
  return { format: { ...format, littleEndian }, data };
}

/** RF64 and BW64: the `ds64` chunk contains the 64-bit sizes of the RIFF form and of the data, always little-endian. */
function readDataSize64(view: DataView, chunk: Chunk): number | undefined {
  if (chunk.size < 16 || chunk.start + 16 > view.byteLength) return undefined;
  return view.getUint32(chunk.start + 8, true) + view.getUint32(chunk.start + 12, true) * 2 ** 32;
}

function missingChunk(name: string, isCutOff: boolean): AudioError {
  const message = `Expected a \`${name}\` chunk in the WAV file, found none. Download or copy the file again.`;
  return new AudioError(isCutOff ? 'truncated-file' : 'corrupt-file', message);
}
