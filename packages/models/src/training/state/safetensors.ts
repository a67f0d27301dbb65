import { ModelError } from '../../errors.js';

/** Vectors and metadata of a file in the safetensors format, by name. */
export interface Safetensors {
  readonly vectors: ReadonlyMap<string, Float32Array>;
  readonly metadata: Readonly<Record<string, string>>;
}

interface TensorEntry {
  readonly dtype: string;
  readonly shape: readonly number[];
  readonly data_offsets: readonly [number, number];
}

type Header = Readonly<Record<string, TensorEntry>> & {
  readonly __metadata__?: Readonly<Record<string, string>>;
};

/** Number of bytes of the length of the header. */
const prefixBytes = 8;

/**
 * Vectors as bytes: the length of the JSON header, the header, and the values, little-endian.
 *
 * @see https://huggingface.co/docs/safetensors/index#format
 */
export function encodeSafetensors({ vectors, metadata }: Safetensors): Uint8Array {
  let size = 0;
  const entries = [...vectors].map(([name, { length, byteLength }]): [string, TensorEntry] => {
    const start = size;
    size += byteLength;
    return [name, { dtype: 'F32', shape: [length], data_offsets: [start, size] }];
  });
  const header = encodeHeader({ __metadata__: metadata, ...Object.fromEntries(entries) } as Header);
  const bytes = new Uint8Array(prefixBytes + header.length + size);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(header.length), true);
  bytes.set(header, prefixBytes);
  let offset = prefixBytes + header.length;
  for (const { buffer, byteOffset, byteLength } of vectors.values()) {
    bytes.set(new Uint8Array(buffer, byteOffset, byteLength), offset);
    offset += byteLength;
  }
  return bytes;
}

/** @throws {SerError} `invalid-model-files` for bytes that are cut short or of another kind */
export function decodeSafetensors(bytes: Uint8Array): Safetensors {
  try {
    const { header, start } = decodeHeader(bytes);
    const { __metadata__: metadata = {}, ...entries } = header;
    const vectors = Object.entries(entries as Readonly<Record<string, TensorEntry>>).map(
      ([name, entry]) => [name, vectorOf(entry, bytes.subarray(start))] as const,
    );
    return { vectors: new Map(vectors), metadata };
  } catch (cause) {
    throw brokenState(cause);
  }
}

function vectorOf({ dtype, data_offsets: [from, to] }: TensorEntry, data: Uint8Array): Float32Array {
  const values = new Uint8Array(data.subarray(from, to)); // a copy; `slice` of a Buffer is a view
  if (dtype !== 'F32') throw new TypeError(`The data type must be F32; got ${dtype}.`);
  if (values.length !== to - from)
    throw new RangeError(`There must be ${to - from} bytes; got ${values.length}.`);
  return new Float32Array(values.buffer);
}

/** JSON, padded with spaces to a multiple of 8 bytes. */
function encodeHeader(header: Header): Uint8Array {
  const json = new TextEncoder().encode(JSON.stringify(header));
  const padded = new Uint8Array(Math.ceil(json.length / 8) * 8).fill(0x20);
  padded.set(json);
  return padded;
}

function decodeHeader(bytes: Uint8Array): { readonly header: Header; readonly start: number } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const start = prefixBytes + Number(view.getBigUint64(0, true));
  const json = new TextDecoder().decode(bytes.subarray(prefixBytes, start));
  return { header: JSON.parse(json) as Header, start };
}

/** The error of bytes that are not a training state. */
export function brokenState(cause: unknown): ModelError {
  return new ModelError(
    'invalid-model-files',
    'The bytes are not a training state, or are cut short. Resume from an older checkpoint, or start training again.',
    { cause },
  );
}
