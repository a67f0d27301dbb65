import type { Tensor } from '../graph/tensor.js';
import { windowAttributes, windowsOf } from './convolution/windows.js';
import type { Windows } from './convolution/windows.js';
import type { LayerDefinition } from './layerDefinition.js';
import type { Scope } from './scope.js';

/** The largest value of each window; its gradient goes to the first of several equal ones, as in TensorFlow. */
export const maxPooling: LayerDefinition = {
  classNames: ['MaxPooling1D', 'MaxPooling2D'],
  build(layer, [input], scope) {
    const { graph } = scope;
    const windows = windowsOf(layer, 'pool_size');
    const attributes = windowAttributes(windows);
    const x = scope.channelsFirst(input!);
    const output = (name: string): Tensor => ({ name, shape: layer.outputShape, channelsFirst: true });
    // To say where the largest value was takes the runtime four to five times as long as to find it.
    if (!scope.training || !scope.needsGradient(input!)) {
      const y = output(graph.op('MaxPool', [x.name], attributes));
      return { output: y, backward: () => [undefined] };
    }
    const [largest, positions] = graph.ops('MaxPool', [x.name], attributes, 2);
    return {
      output: output(largest!),
      backward({ name }) {
        const dx = { ...x, name: backToPositions(name, positions!, x.name, windows, scope) };
        return [input!.channelsFirst ? dx : scope.channelsLast(dx)];
      },
    };
  },
};

/** Adds each value of the gradient to zeros, at its position in the flattened batch `[N, nChannels, ...]`. */
function backToPositions(
  gradient: string,
  positions: string,
  x: string,
  windows: Windows,
  { graph }: Scope,
): string {
  const shape = graph.op('Shape', [x]);
  const overlap = windows.size.some((size, axis) => size > windows.strides[axis]!);
  if (!overlap) {
    const { kernel_shape, strides, pads } = windowAttributes(windows);
    return graph.op('MaxUnpool', [gradient, positions, shape], { kernel_shape, strides, pads });
  }
  const flat = (name: string) => graph.op('Reshape', [name, graph.ints(-1)]);
  const zeros = graph.op('ConstantOfShape', [flat(graph.op('Size', [x]))]);
  const sums = graph.op('ScatterElements', [zeros, flat(positions), flat(gradient)], { reduction: 'add' });
  return graph.op('Reshape', [sums, shape]);
}
