/** Weights as float32 numbers in row-major order. */
export interface Tensor {
  readonly shape: readonly number[];
  readonly values: Float32Array;
}

/** Weights by the names that CTranslate2 gives to Whisper's encoder, such as `layer_0/ffn/linear_0/weight`. */
export type Tensors = ReadonlyMap<string, Tensor>;

export function sizeOf(shape: readonly number[]): number {
  return shape.reduce((product, size) => product * size, 1);
}
