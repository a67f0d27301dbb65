import * as tf from '@tensorflow/tfjs-core';
import { allocate, view, type WasmBackend } from './wasmKernel.js';

interface ReductionAttributes {
  /** Absent for a sum over all axes. */
  readonly axis?: number | readonly number[] | null;
  readonly keepDims: boolean;
}

/**
 * Makes sums and means over the leading axes fast on the WASM backend, which transposes first. They are the gradients of
 * biases and the statistics of batch normalization.
 */
export function registerColumnSums(): void {
  for (const kernelName of [tf.Sum, tf.Mean]) {
    const original = tf.getKernel(kernelName, 'wasm');
    tf.unregisterKernel(kernelName, 'wasm');
    tf.registerKernel({
      ...original,
      kernelFunc: (call) => {
        const { x } = call.inputs as { x: tf.TensorInfo };
        const { axis, keepDims } = call.attrs as unknown as ReductionAttributes;
        const nLeading = countLeadingAxes(x, axis);
        if (nLeading === 0) return original.kernelFunc(call);
        return columnSums(
          x,
          nLeading,
          { keepDims, mean: kernelName === tf.Mean },
          call.backend as WasmBackend,
        );
      },
    });
  }
}

/** Number of axes that are summed over, if they are the first ones and at least one axis remains; otherwise 0. */
function countLeadingAxes(x: tf.TensorInfo, axis: ReductionAttributes['axis']): number {
  if (axis === null || axis === undefined) return 0;
  const rank = x.shape.length;
  const given = typeof axis === 'number' ? [axis] : [...axis];
  const axes = tf.util.parseAxisParam(given, x.shape).sort((a, b) => a - b);
  const leading = axes.length < rank && axes.every((a, i) => a === i);
  return leading && x.dtype === 'float32' ? axes.length : 0;
}

function columnSums(
  x: tf.TensorInfo,
  nLeading: number,
  { keepDims, mean }: { readonly keepDims: boolean; readonly mean: boolean },
  backend: WasmBackend,
): tf.TensorInfo {
  const rest = x.shape.slice(nLeading);
  const nColumns = tf.util.sizeFromShape(rest);
  const nRows = tf.util.sizeFromShape(x.shape) / nColumns;
  const sums = allocate(backend, [...(keepDims ? new Array<number>(nLeading).fill(1) : []), ...rest]);
  const totals = addRows(view(backend, x), nColumns);
  view(backend, sums).set(mean ? totals.map((total) => total / nRows) : totals);
  return sums;
}

/** Four rows at a time, so that the totals are read and written a quarter as often. */
function addRows(values: Float32Array, nColumns: number): Float64Array {
  const totals = new Float64Array(nColumns);
  const end = values.length;
  const step = 4 * nColumns;
  let start = 0;
  for (; start + step <= end; start += step) {
    for (let column = 0; column < nColumns; column++) {
      const first = start + column;
      const pair = values[first]! + values[first + nColumns]!;
      const nextPair = values[first + 2 * nColumns]! + values[first + 3 * nColumns]!;
      totals[column] = totals[column]! + (pair + nextPair);
    }
  }
  for (; start < end; start += nColumns) {
    for (let column = 0; column < nColumns; column++)
      totals[column] = totals[column]! + values[start + column]!;
  }
  return totals;
}
