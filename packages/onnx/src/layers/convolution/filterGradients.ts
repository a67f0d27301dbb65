import type { GraphBuilder } from '../../graph/graphBuilder.js';
import type { Tensor } from '../../graph/tensor.js';
import { perExample } from '../perExample.js';
import { tensorInMemory } from '../recomputation.js';
import type { Scope } from '../scope.js';
import type { Convolution } from './convolve.js';
import { windowColumns } from './windowColumns.js';
import type { Windows } from './windows.js';

/** The results of one backward pass through the examples of a convolution. */
export interface FilterGradients {
  /** Gradient of the kernel, in the kernel's shape. */
  readonly kernel: string;
  /** Gradient of the bias: the sum over all positions, `[nFilters]`. */
  readonly bias: string;
  /** The gradient of the output, which is in memory after this pass. */
  readonly output: Tensor;
}

/**
 * Gradients of kernel and bias: the windows of each example as columns, times the gradient of the output.
 *
 * The columns of one example fit in the cache. Compared with the columns of the whole batch, this takes 0.55 times (16
 * to 32 channels, 64 x 94) to 0.8 times (256 to 512 channels, 440) as long.
 */
export function filterGradients(
  input: Tensor,
  gradient: Tensor,
  { windows, kernel, depthwise }: Convolution,
  scope: Scope,
): FilterGradients {
  const { graph } = scope;
  const nChannels = input.shape.at(-1)!;
  const nTaps = windows.size.reduce((product, size) => product * size, 1);
  const perChannel = kernel.shape.at(-1)!;
  const sumShape = depthwise ? [nChannels, nTaps, perChannel] : [nTaps * nChannels, perChannel];
  const zeros = (shape: readonly number[]) => ({
    name: graph.op('ConstantOfShape', [graph.ints(...shape)]),
    shape,
  });
  const [sum, bias, output] = perExample(
    graph,
    [tensorInMemory(input), scope.example(gradient)],
    (inner, [x, dy], [kernelSum, biasSum]) => {
      const columns = windowColumns(inner, x!, windows);
      const add = depthwise ? addChannelwise : addProduct;
      return [
        add(inner, kernelSum!, columns, dy!, sumShape),
        addPositions(inner, biasSum!, dy!, windows),
        dy!,
      ];
    },
    [zeros(sumShape), zeros([gradient.shape.at(-1)!])],
  );
  const taps = depthwise ? graph.op('Transpose', [sum!], { perm: [1, 0, 2] }) : sum!;
  return {
    kernel: graph.op('Reshape', [taps, graph.ints(...kernel.shape)]),
    bias: bias!,
    output: { ...gradient, name: output! },
  };
}

/** sum + dy over all positions. */
function addPositions(graph: GraphBuilder, sum: string, dy: string, { size }: Windows): string {
  const positions = graph.ints(...size.map((_, axis) => axis + 1));
  return graph.op('Add', [sum, graph.op('ReduceSum', [dy, positions], { keepdims: 0 })]);
}

/** sum + columns · dyᵀ. */
function addProduct(
  graph: GraphBuilder,
  sum: string,
  columns: string,
  dy: string,
  [nRows, nFilters]: readonly number[],
): string {
  const rows = graph.op('Reshape', [columns, graph.ints(nRows!, -1)]);
  const filters = graph.op('Reshape', [dy, graph.ints(nFilters!, -1)]);
  return graph.op('Gemm', [rows, filters, sum], { transB: 1 });
}

/** The same for each channel separately. */
function addChannelwise(
  graph: GraphBuilder,
  sum: string,
  columns: string,
  dy: string,
  [nChannels, nTaps, nPerChannel]: readonly number[],
): string {
  const rows = graph.op('Transpose', [graph.op('Reshape', [columns, graph.ints(nTaps!, nChannels!, -1)])], {
    perm: [1, 0, 2],
  });
  const filters = graph.op(
    'Transpose',
    [graph.op('Reshape', [dy, graph.ints(nChannels!, nPerChannel!, -1)])],
    { perm: [0, 2, 1] },
  );
  return graph.op('Add', [sum, graph.op('MatMul', [rows, filters])]);
}
