/** int8 weights with one scale per output. */
export interface QuantizedMatrix {
  /** Shape `[inputs, outputs]`, as ONNX's `MatMulInteger` takes its second input. */
  readonly values: Int8Array;
  /** Float weights are about `values * scales`; shape `[outputs]`. */
  readonly scales: Float32Array;
}

/**
 * Rounds the weights of a linear layer to int8, symmetrically per output.
 *
 * Processors without VNNI multiply pairs of neighboring inputs (uint8) and weights (int8) and add both products in
 * 16 bits, where they saturate. No two neighboring weights therefore have a sum above 128 in size, since
 * 255 * 128 < 2^15: then every processor gets the same exact sums.
 *
 * @param weight shape `[outputs, inputs]`
 * @see https://onnxruntime.ai/docs/performance/model-optimizations/quantization.html ("When and why do I need to try U8U8?")
 */
export function quantizeColumns(weight: Float32Array, outputs: number): QuantizedMatrix {
  const inputs = weight.length / outputs;
  const values = new Int8Array(weight.length);
  const scales = new Float32Array(outputs);
  for (let output = 0; output < outputs; output++) {
    const row = weight.subarray(output * inputs, (output + 1) * inputs);
    const scale = scaleOf(Math.max(largest(row), largestPair(row)));
    scales[output] = scale;
    for (let input = 0; input < inputs; input++) {
      values[input * outputs + output] = Math.round(row[input]! / scale);
    }
  }
  return { values, scales };
}

/**
 * Rounds the kernels of a convolution to int8, symmetrically per output. They are stored so and computed in float32.
 *
 * @param weight shape `[outputs, ...]`, which the values keep
 */
export function quantizeKernels(weight: Float32Array, outputs: number): QuantizedMatrix {
  const size = weight.length / outputs;
  const scales = Float32Array.from({ length: outputs }, (_, output) =>
    scaleOf(largest(weight.subarray(output * size, (output + 1) * size))),
  );
  const values = Int8Array.from(weight, (value, i) => Math.round(value / scales[Math.floor(i / size)]!));
  return { values, scales };
}

/** The float32 scale by which a weight of this size becomes 127; 1 where all weights are 0. */
function scaleOf(size: number): number {
  return size === 0 ? 1 : Math.fround(size / 127);
}

function largest(row: Float32Array): number {
  return row.reduce((size, value) => Math.max(size, Math.abs(value)), 0);
}

/** Rounding adds at most 1 to the sum of a pair: 127 becomes 128. */
function largestPair(row: Float32Array): number {
  let size = 0;
  for (let i = 0; i + 1 < row.length; i += 2) size = Math.max(size, Math.abs(row[i]! + row[i + 1]!));
  return size;
}
