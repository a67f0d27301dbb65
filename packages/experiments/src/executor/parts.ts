/** Named pieces of binary data with a description: what jobs read and write. */
export interface Parts<H = unknown> {
  /** Any JSON. */
  readonly header: H;
  readonly parts: Readonly<Record<string, Uint8Array>>;
}

/** The length of the header's length. */
const lengthBytes = 4;

/** Pieces start at multiples of this, so that they can be read as floats in place. */
const alignment = 8;

interface Layout {
  readonly header: unknown;
  readonly sizes: readonly (readonly [name: string, size: number])[];
}

/** One block of bytes: the length of the header, the header as JSON, then the pieces. Equal content has equal bytes. */
export function packParts({ header, parts }: Parts): Buffer {
  const entries = Object.entries(parts);
  const layout: Layout = { header, sizes: entries.map(([name, bytes]) => [name, bytes.byteLength]) };
  const json = Buffer.from(JSON.stringify(layout));
  const length = Buffer.alloc(lengthBytes);
  length.writeUInt32LE(json.length);
  const blocks: Uint8Array[] = [length, json, padding(lengthBytes + json.length)];
  for (const [, bytes] of entries) blocks.push(bytes, padding(bytes.byteLength));
  return Buffer.concat(blocks);
}

/** The inverse of `packParts`; the pieces are views of `bytes`. */
export function unpackParts<H>(bytes: Uint8Array): Parts<H> {
  const aligned = bytes.byteOffset % alignment === 0 ? bytes : Uint8Array.from(bytes);
  const buffer = Buffer.from(aligned.buffer, aligned.byteOffset, aligned.byteLength);
  const end = lengthBytes + buffer.readUInt32LE();
  const { header, sizes } = JSON.parse(buffer.toString('utf8', lengthBytes, end)) as Layout;
  let start = padded(end);
  const parts = sizes.map(([name, size]) => {
    const part = aligned.subarray(start, start + size);
    start = padded(start + size);
    return [name, part] as const;
  });
  return { header: header as H, parts: Object.fromEntries(parts) };
}

/** The bytes of numbers. */
export function bytesOf({ buffer, byteOffset, byteLength }: Float32Array | Uint32Array): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}

/** The numbers in a piece, as a view. */
export function floatsOf({ buffer, byteOffset, byteLength }: Uint8Array): Float32Array {
  return new Float32Array(buffer as ArrayBuffer, byteOffset, byteLength / Float32Array.BYTES_PER_ELEMENT);
}

function padding(size: number): Uint8Array {
  return new Uint8Array(padded(size) - size);
}

function padded(size: number): number {
  return Math.ceil(size / alignment) * alignment;
}
