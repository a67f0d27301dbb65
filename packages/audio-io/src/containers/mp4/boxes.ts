/** A box of MP4: its type and content. */
export interface Box {
  readonly type: string;
  readonly content: Uint8Array;

  /** Offset of the box in the bytes in which it was found, with its head. */
  readonly start: number;

  /** Size that the box declares, with its head; it may extend past the end. */
  readonly declaredSize: number;
}

/**
 * The boxes directly within `bytes`, up to the first that is not valid. The last one may be cut off.
 *
 * @see ISO/IEC 14496-12, section 4.2
 */
export function* boxes(bytes: Uint8Array): Generator<Box> {
  const view = viewOf(bytes);
  let start = 0;
  while (start + 8 <= bytes.length) {
    let size = view.getUint32(start);
    let head = 8;
    if (size === 1) {
      if (start + 16 > bytes.length) return;
      size = view.getUint32(start + 8) * 2 ** 32 + view.getUint32(start + 12);
      head = 16;
    } else if (size === 0) size = bytes.length - start;
    if (size < head) return;
    const type = String.fromCharCode(...bytes.subarray(start + 4, start + 8));
    yield { type, content: bytes.subarray(start + head, start + size), start, declaredSize: size };
    start += size;
  }
}

/** The content of the first box at the end of a path of types; `undefined` if there is none. */
export function boxAt(bytes: Uint8Array, ...path: readonly string[]): Uint8Array | undefined {
  let content: Uint8Array | undefined = bytes;
  for (const type of path) content = content && find(content, type);
  return content;
}

/** The contents of all boxes of a type directly within `bytes`. */
export function boxesOf(bytes: Uint8Array, type: string): readonly Uint8Array[] {
  const found: Uint8Array[] = [];
  for (const box of boxes(bytes)) if (box.type === type) found.push(box.content);
  return found;
}

function find(bytes: Uint8Array, type: string): Uint8Array | undefined {
  for (const box of boxes(bytes)) if (box.type === type) return box.content;
  return undefined;
}

export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** An unsigned 64-bit integer, exact up to 2^53. */
export function uint64At(view: DataView, at: number): number {
  return view.getUint32(at) * 2 ** 32 + view.getUint32(at + 4);
}
