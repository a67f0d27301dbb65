/** The head of an element of EBML: an identifier, and where its content is. */
export interface EbmlHead {
  readonly id: number;
  readonly start: number;

  /** Size of the content in bytes; `undefined` if the writer did not know it. */
  readonly size: number | undefined;
}

/**
 * Reads the head of an element.
 *
 * @returns `undefined` if there is no valid head or it is cut off
 * @see RFC 8794, sections 4 to 6, https://www.rfc-editor.org/rfc/rfc8794
 */
export function ebmlHead(bytes: Uint8Array, at: number): EbmlHead | undefined {
  const idLength = Math.clz32(bytes[at] ?? 0) - 23;
  if (idLength > 4 || at + idLength >= bytes.length) return undefined;
  let id = 0;
  for (let i = 0; i < idLength; i++) id = id * 256 + bytes[at + i]!;
  const size = ebmlInteger(bytes, at + idLength);
  if (size === undefined) return undefined;
  return { id, start: at + idLength + size.length, size: size.isUnknown ? undefined : size.value };
}

/** A variable-length integer and the bytes that it takes. */
export interface EbmlInteger {
  readonly value: number;
  readonly length: number;

  /** Whether all its bits are 1, which as a size means "not known". */
  readonly isUnknown: boolean;
}

/** Reads a variable-length integer; `undefined` if it is invalid or cut off. */
export function ebmlInteger(bytes: Uint8Array, at: number): EbmlInteger | undefined {
  const length = Math.clz32(bytes[at] ?? 0) - 23;
  if (length > 8 || at + length > bytes.length) return undefined;
  const first = bytes[at]! & (0xff >> length);
  let value = first;
  let isUnknown = first === 0xff >> length;
  for (let i = 1; i < length; i++) {
    value = value * 256 + bytes[at + i]!;
    isUnknown &&= bytes[at + i] === 0xff;
  }
  return { value, length, isUnknown };
}

/** The elements directly within `content`, which have to be complete. */
export function* ebmlElements(content: Uint8Array): Generator<readonly [id: number, content: Uint8Array]> {
  let at = 0;
  while (at < content.length) {
    const head = ebmlHead(content, at);
    if (head?.size === undefined || head.start + head.size > content.length) return;
    yield [head.id, content.subarray(head.start, head.start + head.size)];
    at = head.start + head.size;
  }
}

/** An unsigned integer of up to 8 bytes. */
export function unsignedOf(content: Uint8Array): number {
  return content.subarray(0, 8).reduce((value, byte) => value * 256 + byte, 0);
}

/** A signed integer of up to 8 bytes. */
export function signedOf(content: Uint8Array): number {
  const value = unsignedOf(content);
  return (content[0] ?? 0) >= 128 ? value - 2 ** (8 * Math.min(8, content.length)) : value;
}

/** A float of 4 or 8 bytes; 0 if it is empty. */
export function floatOf(content: Uint8Array): number {
  const view = new DataView(content.buffer, content.byteOffset, content.byteLength);
  if (content.length === 4) return view.getFloat32(0);
  return content.length === 8 ? view.getFloat64(0) : 0;
}

export function textOf(content: Uint8Array): string {
  return String.fromCharCode(...content.subarray(0, 64)).replace(/\0.*$/s, '');
}
