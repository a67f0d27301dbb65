import type { GraphBuilder } from '../graph/graphBuilder.js';
import { shapeInGraph } from '../graph/shapeInGraph.js';
import type { Tensor } from '../graph/tensor.js';
import { windowAttributes, type Windows, windowsOf } from './convolution/windows.js';
import type { LayerDefinition } from './layerDefinition.js';
import { perExample } from './perExample.js';
import { inMemory, type Recomputation, recomputedFrom, type ShapedValue } from './recomputation.js';
import type { Scope } from './scope.js';

/** The largest value of each window. Of several equal values, the first gets the gradient, as in TensorFlow. */
export const maxPooling: LayerDefinition = {
  classNames: ['MaxPooling1D', 'MaxPooling2D'],
  build(layer, [input], scope) {
    const { graph } = scope;
    const windows = windowsOf(layer, 'pool_size');
    const attributes = windowAttributes(windows);
    const x = scope.channelsFirst(input!);
    const output = (name: string): Tensor => ({ name, shape: layer.outputShape, channelsFirst: true });
    // MaxPool takes four to five times as long when it also returns the positions.
    if (!scope.training || !scope.needsGradient(input!)) {
      const y = output(graph.op('MaxPool', [x.name], attributes));
      return { output: y, backward: () => [undefined] };
    }
    const { largest, positions } = poolExamples(x, windows, scope);
    return {
      output: output(largest),
      backward(gradient) {
        const dx = backToPositions(gradient, positions, x, windows, scope);
        return [input!.channelsFirst ? dx : scope.channelsLast(dx)];
      },
    };
  },
};

/** Names of the largest values `[N, nChannels, ...outputSizes]` and, as int64, of their positions in the flattened example. */
function poolExamples(
  x: Tensor,
  windows: Windows,
  scope: Scope,
): { readonly largest: string; readonly positions: string } {
  const { graph } = scope;
  const shape = shapeInGraph(x);
  const results = perExample(graph, [scope.example(x)], (inner, [example]) => {
    const batchOfOne = inner.op('Reshape', [example!, inner.ints(1, ...shape)]);
    const [values, places] = inner.ops('MaxPool', [batchOfOne], windowAttributes(windows), 2);
    return [values!, { name: places!, elementType: 'int64' }];
  });
  // Outside the body, because a Reshape inside it would copy the outputs.
  const outputShape = graph.ints(-1, shape[0]!, ...windows.outputSizes);
  const [largest, positions] = results.map((name) => graph.op('Reshape', [name, outputShape]));
  return { largest: largest!, positions: positions! };
}

/** Adds each value of the gradient to zeros, at its position in the flattened example. */
function backToPositions(
  gradient: Tensor,
  positions: string,
  x: Tensor,
  windows: Windows,
  scope: Scope,
): Tensor {
  const { graph } = scope;
  const places: ShapedValue = { name: positions, shape: shapeInGraph(gradient), elementType: 'int64' };
  const overlap = windows.size.some((size, axis) => size > windows.strides[axis]!);
  const emit = overlap ? scatter(shapeInGraph(x), graph) : unpool(shapeInGraph(x), windows);
  const recomputation = recomputedFrom([scope.example(gradient), inMemory(places)], emit);
  const [name] = perExample(graph, [recomputation], (_, [example]) => [example!]);
  const dx = { ...x, name: name! };
  scope.recompute(dx, recomputation);
  return dx;
}

/** For overlapping windows, in which a position may receive several values. */
function scatter(shape: readonly number[], graph: GraphBuilder): Recomputation['emit'] {
  const size = shape.reduce((product, length) => product * length, 1);
  const zeros = graph.op('ConstantOfShape', [graph.ints(size)]);
  return (inner, [gradient, positions]) => {
    const flat = (name: string) => inner.op('Reshape', [name, inner.ints(-1)]);
    const sums = inner.op('ScatterElements', [zeros, flat(positions!), flat(gradient!)], {
      reduction: 'add',
    });
    return inner.op('Reshape', [sums, inner.ints(...shape)]);
  };
}

/** For windows that do not overlap. */
function unpool(shape: readonly number[], windows: Windows): Recomputation['emit'] {
  const { kernel_shape, strides, pads } = windowAttributes(windows);
  return (inner, [gradient, positions]) => {
    const batch = (name: string) =>
      inner.op('Reshape', [name, inner.ints(1, shape[0]!, ...windows.outputSizes)]);
    const inputs = [batch(gradient!), batch(positions!), inner.ints(1, ...shape)];
    return inner.op('Reshape', [
      inner.op('MaxUnpool', inputs, { kernel_shape, strides, pads }),
      inner.ints(...shape),
    ]);
  };
}
