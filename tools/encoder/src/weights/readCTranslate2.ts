import { decodeFloat16 } from '@ser/core';
import { sizeOf, type Tensor, type Tensors } from './tensor.js';
import { WeightsError } from './weightsError.js';

/** The number of float16 in CTranslate2's `DataType`. */
const float16 = 4;
/** Earlier versions write the shapes and sizes differently. */
const oldestVersion = 6;

/**
 * Reads the float16 tensors whose names start with a prefix from a `model.bin` of CTranslate2.
 *
 * @param prefix removed from the names, such as `encoder/`
 * @throws {SerError} `invalid-file`, `unsupported-type`
 * @see https://github.com/OpenNMT/CTranslate2/blob/master/python/ctranslate2/specs/model_spec.py (`_serialize`)
 */
export function readCTranslate2(file: Uint8Array, prefix: string): Tensors {
  const reader = new Reader(file);
  const version = reader.uint32();
  if (version < oldestVersion) {
    throw new WeightsError(
      'unsupported-type',
      `The version of a CTranslate2 file must be ${oldestVersion} or later; got ${version}.`,
    );
  }
  reader.text(); // name of the model's specification
  reader.uint32(); // its revision
  const tensors = new Map<string, Tensor>();
  for (let remaining = reader.uint32(); remaining > 0; remaining--) {
    const { name, shape, type, bytes } = readVariable(reader);
    if (!name.startsWith(prefix) || shape.length === 0) continue;
    if (type !== float16 || bytes.length !== 2 * sizeOf(shape)) {
      throw new WeightsError(
        'unsupported-type',
        `\`${name}\` must be of type float16 (${float16}); got type ${type} with ${bytes.length} bytes.`,
      );
    }
    tensors.set(name.slice(prefix.length), { shape, values: decodeFloat16(bytes) });
  }
  return tensors;
}

function readVariable(reader: Reader) {
  const name = reader.text();
  const shape = Array.from({ length: reader.uint8() }, () => reader.uint32());
  const type = reader.uint8();
  return { name, shape, type, bytes: reader.bytes(reader.uint32()) };
}

/** Reads little-endian values one after the other. */
class Reader {
  readonly #file: Uint8Array;
  readonly #view: DataView;
  #position = 0;

  constructor(file: Uint8Array) {
    this.#file = file;
    this.#view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  }

  uint8(): number {
    return this.#view.getUint8(this.#advance(1));
  }

  uint32(): number {
    return this.#view.getUint32(this.#advance(4), true);
  }

  /** A text with its length, which counts the zero at its end. */
  text(): string {
    const length = this.#view.getUint16(this.#advance(2), true);
    return new TextDecoder().decode(this.bytes(length).subarray(0, -1));
  }

  bytes(length: number): Uint8Array {
    const start = this.#advance(length);
    return this.#file.subarray(start, start + length);
  }

  #advance(length: number): number {
    const start = this.#position;
    if (start + length > this.#file.length) {
      throw new WeightsError(
        'invalid-file',
        `The CTranslate2 file must continue after byte ${start}; it has ${this.#file.length} bytes. Download it again.`,
      );
    }
    this.#position += length;
    return start;
  }
}
