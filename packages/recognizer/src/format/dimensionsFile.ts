import { invalidOption, record, requireInteger } from '@ser/core';
import type { RecognizerDimensions } from '../dimensions/recognizerDimensions.js';
import { RecognizerError } from '../errors.js';
import { modelFiles } from './modelFiles.js';

/** The entry `dimensions` of `recognizer.json`; the numbers are in `dimensions.bin`. */
export interface DimensionsEntry {
  readonly names: readonly string[];
  /** Number of features of an example. */
  readonly nFeatures: number;
}

/** As an entry of `recognizer.json` and `dimensions.bin`: for each name the weights, then its bias, as float32. */
export function formatDimensions({ names, weights, bias }: RecognizerDimensions): {
  readonly entry: DimensionsEntry;
  readonly values: Uint8Array;
} {
  const nFeatures = weights.length / names.length;
  const view = new DataView(new ArrayBuffer(4 * names.length * (nFeatures + 1)));
  names.forEach((_, t) => {
    const start = 4 * t * (nFeatures + 1);
    weights
      .subarray(t * nFeatures, (t + 1) * nFeatures)
      .forEach((weight, i) => view.setFloat32(start + 4 * i, weight, true));
    view.setFloat32(start + 4 * nFeatures, bias[t]!, true);
  });
  return { entry: { names, nFeatures }, values: new Uint8Array(view.buffer) };
}

/** @throws {SerError} `invalid-option` */
export function parseDimensionsEntry(json: unknown): DimensionsEntry {
  const { names, nFeatures } = record(json, 'dimensions');
  if (!Array.isArray(names) || names.length === 0 || !names.every((name) => typeof name === 'string')) {
    throw invalidOption('dimensions.names', 'an array of strings', names);
  }
  requireInteger('dimensions.nFeatures', nFeatures, { min: 1, max: 2 ** 24 });
  return { names, nFeatures };
}

/** @throws {SerError} `model-corrupt` for a file of another length */
export function parseDimensions(
  { names, nFeatures }: DimensionsEntry,
  bytes: Uint8Array,
): RecognizerDimensions {
  const nBytes = 4 * names.length * (nFeatures + 1);
  if (bytes.length !== nBytes) {
    const file = modelFiles.dimensions;
    throw new RecognizerError(
      'model-corrupt',
      `\`${file}\` must have ${nBytes} bytes; got ${bytes.length}. Copy the whole model folder, or save the model again.`,
      { file },
    );
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const weights = new Float32Array(names.length * nFeatures);
  const bias = new Float32Array(names.length);
  names.forEach((_, t) => {
    const start = 4 * t * (nFeatures + 1);
    for (let i = 0; i < nFeatures; i++) weights[t * nFeatures + i] = view.getFloat32(start + 4 * i, true);
    bias[t] = view.getFloat32(start + 4 * nFeatures, true);
  });
  return { names, weights, bias };
}
