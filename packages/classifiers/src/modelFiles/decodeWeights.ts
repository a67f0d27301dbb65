import { decodeFloat16 } from '@ser/core';
import { invalidFile } from './invalidFile.js';
import { networkFiles } from './networkFiles.js';
import type { NetworkFiles } from './readNetworkFiles.js';
import { countValues, storedBytes, type WeightEntry } from './weightEntry.js';

/** One weight of a network. */
export interface Weight {
  readonly shape: readonly number[];
  /** Row-major */
  readonly values: Float32Array;
}

/**
 * The weights of a saved network by name, those stored in fewer bits restored to float32.
 *
 * @throws {SerError} `invalid-model-files` for weights that are not float32 numbers
 */
export function decodeWeights({ entries, bytes }: NetworkFiles): ReadonlyMap<string, Weight> {
  const weights = new Map<string, Weight>();
  let start = 0;
  for (const entry of entries) {
    const end = start + storedBytes(entry);
    weights.set(entry.name, { shape: entry.shape, values: valuesOf(entry, bytes.slice(start, end).buffer) });
    start = end;
  }
  return weights;
}

function valuesOf(entry: WeightEntry, stored: ArrayBuffer): Float32Array {
  const { dtype, quantization } = entry;
  if (dtype !== 'float32' || (quantization === undefined && stored.byteLength !== 4 * countValues(entry))) {
    throw invalidFile(
      networkFiles.topology,
      `The data type of the weight \`${entry.name}\` must be float32; got ${dtype}.`,
    );
  }
  switch (quantization?.dtype) {
    case undefined:
      return new Float32Array(stored);
    case 'float16':
      return decodeFloat16(new Uint8Array(stored));
    case 'uint8':
      return rescaled(new Uint8Array(stored), quantization);
    case 'uint16':
      return rescaled(new Uint16Array(stored), quantization);
  }
}

/** `stored · scale + min`, computed in float64. */
function rescaled(
  stored: Uint8Array | Uint16Array,
  { scale = 1, min = 0 }: { readonly scale?: number; readonly min?: number },
): Float32Array {
  return Float32Array.from(stored, (value) => value * scale + min);
}
