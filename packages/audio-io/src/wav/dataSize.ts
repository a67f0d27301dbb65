import type { Chunk } from './chunk.js';

/** What is known besides the size field of the `data` chunk. */
export interface FileSizes {
  /** Size of the file, in bytes. */
  readonly fileSize: number;

  /** End of the file according to the RIFF size. */
  readonly riffEnd: number;

  /** The 64-bit data size of RF64 and BW64, if there is one. */
  readonly longDataSize: number | undefined;
}

/**
 * The size of the data, from all declared sizes and the size of the file.
 *
 * - A size that a writer never completed is a placeholder: 0 (unless the RIFF size shows that the header was
 *   completed), about 2 GiB (0x7ffff000, 0x7fffffff, 0x80000000, ...), or about 4 GiB (0xffffffff, ...). The data then
 *   extend to the end of the file.
 * - A size that is a few bytes too large is a miscount, for example of the header, if the RIFF size does not extend
 *   past the end of the file: the recording is complete.
 * - Any other size beyond the end of the file is kept; the file is truncated.
 */
export function dataSize(chunk: Chunk, { fileSize, riffEnd, longDataSize }: FileSizes): number {
  const isLong = chunk.size === unknownSize && longDataSize !== undefined;
  const declared = isLong ? longDataSize : chunk.size;
  const found = fileSize - chunk.start;
  if (declared === 0) return riffEnd === fileSize && longDataSize === undefined ? 0 : found;
  if (declared <= found || isPlaceholder(declared, isLong)) return Math.min(declared, found);
  const few = chunk.start + headerTolerance;
  const isComplete = riffEnd <= fileSize && riffEnd >= fileSize - few;
  return isComplete && declared <= found + few ? found : declared;
}

/** Bytes by which sizes may be wrong, besides all bytes before the data. */
const headerTolerance = 64;

/** In a 32-bit size field: the size was not known when the header was written, or is in the `ds64` chunk. */
const unknownSize = 0xffffffff;

/** 32-bit placeholders are close to the largest signed or unsigned integer; 64-bit ones are larger than any file. */
function isPlaceholder(size: number, isLong: boolean): boolean {
  if (isLong) return size >= 2 ** 53;
  return [2 ** 31, 2 ** 32].some((limit) => Math.abs(size - limit) <= placeholderTolerance);
}

const placeholderTolerance = 2 ** 24;
