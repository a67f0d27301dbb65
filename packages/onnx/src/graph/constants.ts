import type { ElementType } from '../proto/onnxProto.js';

/** A key that is equal for equal constants, so that each constant is stored once. */
export function constantKey(
  elementType: ElementType,
  shape: readonly number[],
  values: Float32Array | Float64Array | BigInt64Array,
): string {
  const texts = Array.from<number | bigint, string>(values, (value) =>
    Object.is(value, -0) ? '-0' : String(value),
  );
  return `${elementType}[${shape.join()}]:${texts.join()}`;
}

const hostIsLittleEndian = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;

/** The bytes of an array as ONNX stores them; on little-endian machines a view, not a copy. */
export function littleEndian(values: Float32Array | Float64Array | BigInt64Array | Int8Array): Uint8Array {
  const bytes = new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
  return hostIsLittleEndian ? bytes : swapped(bytes, values.BYTES_PER_ELEMENT);
}

function swapped(bytes: Uint8Array, elementSize: number): Uint8Array {
  const copy = bytes.slice();
  for (let i = 0; i < copy.length; i += elementSize) copy.subarray(i, i + elementSize).reverse();
  return copy;
}
