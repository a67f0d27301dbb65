import type { Layer } from './layer.js';

/** Writes the outputs of one row; `row` holds its inputs. */
export type RowFunction = (row: Float32Array, outputs: Float64Array) => void;

/**
 * A layer that computes each row of the last axis by itself, in float64, and stores float32.
 *
 * @param inputShape `[..., nInputs]`
 */
export function rowLayer(inputShape: readonly number[], nOutputs: number, compute: RowFunction): Layer {
  const nInputs = inputShape.at(-1)!;
  const leading = inputShape.slice(0, -1);
  const rowsPerExample = leading.reduce((product, size) => product * size, 1);
  return {
    outputShape: [...leading, nOutputs],
    apply(x, nExamples) {
      const nRows = nExamples * rowsPerExample;
      const result = new Float32Array(nRows * nOutputs);
      const outputs = new Float64Array(nOutputs);
      for (let row = 0; row < nRows; row++) {
        compute(x.subarray(row * nInputs, (row + 1) * nInputs), outputs);
        result.set(outputs, row * nOutputs);
      }
      return result;
    },
  };
}
