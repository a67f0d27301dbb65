import { AudioError } from '../errors.js';
import { hasTag } from '../bytes/hasTag.js';

/** A range of the file, in bytes. `size` is as declared and may extend past the end of the file. */
export interface Chunk {
  readonly start: number;
  readonly size: number;
}

/** The two chunks of a WAV file that are needed to decode it. */
export interface WavChunks {
  readonly format: Chunk & { readonly littleEndian: boolean };
  readonly data: Chunk;
}

/** In a 32-bit size field: the size was not known when the header was written, or is in the `ds64` chunk. */
const unknownSize = 0xffffffff;

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

/**
 * The size of the data. A writer that could not seek back leaves 0 or 0xFFFFFFFF; the data then extend to the end of
 * the file. But 0 is the true size if the RIFF size shows that the header was completed.
 */
function dataSize(
  chunk: Chunk,
  file: { readonly fileSize: number; readonly riffEnd: number; readonly longDataSize: number | undefined },
): number {
  if (chunk.size === unknownSize && file.longDataSize !== undefined) return file.longDataSize;
  const isCompleted = file.riffEnd === file.fileSize;
  const isStreamed = chunk.size === unknownSize || (chunk.size === 0 && !isCompleted);
  return isStreamed ? file.fileSize - chunk.start : chunk.size;
}

/** RF64: the `ds64` chunk contains the 64-bit sizes of the RIFF form and of the data, always little-endian. */
function readDataSize64(view: DataView, chunk: Chunk): number | undefined {
  if (chunk.size < 16 || chunk.start + 16 > view.byteLength) return undefined;
  return view.getUint32(chunk.start + 8, true) + view.getUint32(chunk.start + 12, true) * 2 ** 32;
}

function missingChunk(name: string, isCutOff: boolean): AudioError {
  const message = `Expected a \`${name}\` chunk in the WAV file, found none. Download or copy the file again.`;
  return new AudioError(isCutOff ? 'truncated-file' : 'corrupt-file', message);
}
