import type { GraphBuilder } from '@ser/onnx/graph';

/** `float` in ONNX's `TensorProto.DataType`. */
const float = 1;

/** Integers as float32. */
export function castToFloat(graph: GraphBuilder, x: string): string {
  return graph.op('Cast', [x], { to: float });
}
