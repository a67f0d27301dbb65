import { decodeFloat16 } from '@ser/core';
import { sizeOf, type Tensor, type Tensors } from './tensor.js';
import { WeightsError } from './weightsError.js';

interface Entry {
  readonly dtype: string;
  readonly shape: readonly number[];
  readonly data_offsets: readonly [number, number];
}

/**
 * Reads the float16 tensors of a safetensors file: the length of a JSON header as uint64, the header, the data.
 *
 * @throws {SerError} `invalid-file`, `unsupported-type`
 * @see https://huggingface.co/docs/safetensors
 */
export function readSafetensors(file: Uint8Array): Tensors {
  const { header, data } = parts(file);
  const entries = Object.entries(header).filter(([name]) => name !== '__metadata__');
  return new Map(entries.map(([name, entry]) => [name, tensorOf(name, entry as Entry, data)]));
}

function parts(file: Uint8Array): { readonly header: object; readonly data: Uint8Array } {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const length = file.length < 8 ? Infinity : Number(view.getBigUint64(0, true));
  if (8 + length > file.length) throw invalidFile(`the header ends at byte ${8 + length} of ${file.length}`);
  try {
    const header = JSON.parse(new TextDecoder().decode(file.subarray(8, 8 + length))) as object;
    return { header, data: file.subarray(8 + length) };
  } catch (cause) {
    throw invalidFile('the header is not JSON', cause);
  }
}

function tensorOf(
  name: string,
  { dtype, shape, data_offsets: [start, end] }: Entry,
  data: Uint8Array,
): Tensor {
  if (dtype !== 'F16') {
    throw new WeightsError('unsupported-type', `\`${name}\` must be of type F16; got ${dtype}.`);
  }
  if (end > data.length || end - start !== 2 * sizeOf(shape)) {
    throw invalidFile(
      `\`${name}\` of shape [${shape.join()}] has bytes ${start} to ${end} of ${data.length}`,
    );
  }
  return { shape, values: decodeFloat16(data.subarray(start, end)) };
}

function invalidFile(reason: string, cause?: unknown): WeightsError {
  return new WeightsError('invalid-file', `The file is not a complete safetensors file: ${reason}.`, {
    cause,
  });
}
