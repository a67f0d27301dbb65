import { corruptContainer, truncatedContainer } from '../containerErrors.js';

/** The chunks of a Core Audio file that are needed to decode it. */
export interface CafChunks {
  readonly desc: Uint8Array;
  readonly pakt: Uint8Array | undefined;
  readonly kuki: Uint8Array;

  /** The range of the packets, in bytes. */
  readonly data: { readonly start: number; readonly size: number };
}

/** Bytes of the head of the file. */
const headerSize = 8;

/** Finds the chunks. A `data` chunk of size -1, as recorders leave it, extends to the end of the file. */
export function cafChunks(bytes: Uint8Array, format: string): CafChunks {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const found = new Map<string, Uint8Array>();
  let data: CafChunks['data'] | undefined;
  let at = headerSize;
  while (at + 12 <= bytes.length) {
    const type = String.fromCharCode(...bytes.subarray(at, at + 4));
    const start = at + 12;
    const declared = view.getInt32(at + 4) * 2 ** 32 + view.getUint32(at + 8);
    const isOpen = type === 'data' && declared === -1;
    const size = isOpen ? bytes.length - start : declared;
    if (size < 0) throw corruptContainer(format, `a size of the \`${type}\` chunk`, size);
    if (start + size > bytes.length) {
      throw truncatedContainer(format, `a \`${type}\` chunk of ${size} bytes`, bytes.length - start);
    }
    if (type === 'data') data ??= { start: start + 4, size: Math.max(0, size - 4) };
    else if (!found.has(type)) found.set(type, bytes.subarray(start, start + size));
    at = start + size;
  }
  const desc = found.get('desc');
  if (desc === undefined) throw truncatedContainer(format, 'a `desc` chunk', 'none');
  if (data === undefined) throw truncatedContainer(format, 'a `data` chunk', 'none');
  return { desc, data, pakt: found.get('pakt'), kuki: found.get('kuki') ?? new Uint8Array(0) };
}
