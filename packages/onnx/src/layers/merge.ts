import { OnnxError } from '../errors.js';
import type { GraphBuilder } from '../graph/graphBuilder.js';
import { shapeInGraph } from '../graph/shapeInGraph.js';
import type { Tensor } from '../graph/tensor.js';
import type { LayerNode } from '../network/layerNode.js';
import { inLayoutOf } from './inLayoutOf.js';
import type { LayerDefinition } from './layerDefinition.js';
import type { Scope } from './scope.js';

/** A function of two values of a graph, which broadcast against each other. */
export interface BinaryMerge {
  forward(graph: GraphBuilder, a: string, b: string): string;
  /** Gradients of `a` and `b`; where these were broadcast, in the shape of the output. */
  backward(graph: GraphBuilder, gradient: string, a: string, b: string): readonly [string, string];
}

/** A layer that merges its inputs element by element, from left to right, such as Add, Multiply, or Maximum. */
export function mergeLayer(className: string, merge: BinaryMerge): LayerDefinition {
  return {
    classNames: [className],
    build(layer, inputs, scope) {
      const { graph } = scope;
      const aligned = alignLayouts(layer, inputs, scope);
      const partial = [aligned[0]!.name];
      for (const { name } of aligned.slice(1)) partial.push(merge.forward(graph, partial.at(-1)!, name));
      const output = { ...aligned[0]!, name: partial.at(-1)!, shape: layer.outputShape };
      return {
        output,
        backward(gradient) {
          const gradients: string[] = [];
          let left = gradient.name;
          for (let i = aligned.length - 1; i > 0; i--) {
            const [a, b] = merge.backward(graph, left, partial[i - 1]!, aligned[i]!.name);
            gradients[i] = b;
            left = a;
          }
          gradients[0] = left;
          return inputs.map((input, i) => {
            const summed = sumOverBroadcast(graph, gradients[i]!, aligned[i]!, output);
            return inLayoutOf(input, summed, scope);
          });
        },
      };
    },
  };
}

/**
 * All inputs in one layout.
 *
 * @throws {SerError} `unsupported-option` for inputs with different numbers of axes
 */
export function alignLayouts(layer: LayerNode, inputs: readonly Tensor[], scope: Scope): readonly Tensor[] {
  const ranks = new Set(inputs.map((input) => input.shape.length));
  if (ranks.size > 1) {
    const shapes = inputs.map((input) => `[${input.shape.join(', ')}]`).join(' and ');
    throw new OnnxError(
      'unsupported-option',
      `Layer "${layer.name}" merges the shapes ${shapes}; all must have the same number of axes. Add a Reshape before it.`,
      { layer: layer.name },
    );
  }
  const first = inputs.every((input) => input.channelsFirst);
  return first ? inputs : inputs.map((input) => scope.channelsLast(input));
}

/** Sums the gradient of the output over the axes along which an input was repeated. */
function sumOverBroadcast(graph: GraphBuilder, gradient: string, input: Tensor, output: Tensor): Tensor {
  const repeated = shapeInGraph(input).map((size, axis) => size !== shapeInGraph(output)[axis]);
  const axes = repeated.flatMap((isRepeated, axis) => (isRepeated ? [axis + 1] : []));
  if (axes.length === 0) return { ...input, name: gradient };
  return { ...input, name: graph.op('ReduceSum', [gradient, graph.ints(...axes)]) };
}
