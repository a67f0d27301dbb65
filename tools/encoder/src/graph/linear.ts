import type { GraphBuilder } from '@ser/onnx/graph';
import type { Affine } from '../weights/encoderWeights.js';
import { castToFloat } from './castToFloat.js';
import type { Precision } from './precision.js';
import { quantizeColumns, quantizeKernels } from './quantizeColumns.js';

/** Positions times a matrix plus a bias: `[positions, inputs]` to `[positions, outputs]`. */
export function linear(graph: GraphBuilder, x: string, layer: Affine, precision: Precision): string {
  const product = precision === 'int8' ? integerProduct(graph, x, layer) : floatProduct(graph, x, layer);
  return graph.op('Add', [
    product,
    graph.initializer(`${layer.name}/bias`, layer.bias.shape, layer.bias.values),
  ]);
}

/** Inputs are quantized to uint8 as they come; ONNX Runtime fuses these operators into one. */
function integerProduct(graph: GraphBuilder, x: string, { name, weight }: Affine): string {
  const [outputs, inputs] = weight.shape as [number, number];
  const { values, scales } = quantizeColumns(weight.values, outputs);
  const matrix = graph.initializer(`${name}/weight`, [inputs, outputs], values);
  const scale = graph.initializer(`${name}/scale`, [outputs], scales);
  const [quantized, step, zero] = graph.ops('DynamicQuantizeLinear', [x], {}, 3) as [string, string, string];
  const sums = graph.op('MatMulInteger', [quantized, matrix, zero]);
  return graph.op('Mul', [castToFloat(graph, sums), graph.op('Mul', [step, scale])]);
}

function floatProduct(graph: GraphBuilder, x: string, { name, weight }: Affine): string {
  const matrix = graph.initializer(`${name}/weight`, weight.shape, weight.values);
  return graph.op('MatMul', [x, graph.op('Transpose', [matrix], { perm: [1, 0] })]);
}

/** A convolution over time with kernel 3 and one frame of padding: `[1, inputs, frames]` to `[1, outputs, …]`. */
export function convolution(
  graph: GraphBuilder,
  x: string,
  layer: Affine,
  { stride, precision }: { readonly stride: number; readonly precision: Precision },
): string {
  const kernels = precision === 'int8' ? storedAsInt8(graph, layer) : floatKernels(graph, layer);
  const bias = graph.initializer(`${layer.name}/bias`, layer.bias.shape, layer.bias.values);
  return graph.op('Conv', [x, kernels, bias], { kernel_shape: [3], strides: [stride], pads: [1, 1] });
}

/** `Cast` and `Mul` of constants: ONNX Runtime computes them once, when it opens the graph. */
function storedAsInt8(graph: GraphBuilder, { name, weight }: Affine): string {
  const outputs = weight.shape[0]!;
  const { values, scales } = quantizeKernels(weight.values, outputs);
  const kernels = graph.initializer(`${name}/weight`, weight.shape, values);
  const scale = graph.initializer(`${name}/scale`, [outputs, 1, 1], scales);
  return graph.op('Mul', [castToFloat(graph, kernels), scale]);
}

function floatKernels(graph: GraphBuilder, { name, weight }: Affine): string {
  return graph.initializer(`${name}/weight`, weight.shape, weight.values);
}
