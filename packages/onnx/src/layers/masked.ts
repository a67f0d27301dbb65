import type { GraphBuilder } from '../graph/graphBuilder.js';
import { shapeInGraph } from '../graph/shapeInGraph.js';
import type { Tensor } from '../graph/tensor.js';
import type { LayerNode } from '../network/layerNode.js';
import type { LayerOutput } from './layerDefinition.js';
import { recomputedFrom } from './recomputation.js';
import type { Scope } from './scope.js';

/** Multiplies by a dropout mask in training. `maskShape` gives the shape of the mask for the shape of the tensor in the graph. */
export function masked(
  layer: LayerNode,
  input: Tensor,
  maskShape: (shape: readonly number[]) => readonly number[],
  scope: Scope,
): LayerOutput {
  const rate = Number(layer.config.rate);
  if (!scope.training || rate === 0) return { output: input, backward: (gradient) => [gradient] };
  const { channelsFirst } = input;
  const mask = scope.dropoutMask(layer, { shape: maskShape(shapeInGraph(input)), channelsFirst, rate });
  const applyTo = (tensor: Tensor): Tensor => {
    const times = (graph: GraphBuilder, value: string, factor: string) => graph.op('Mul', [value, factor]);
    const result = { ...tensor, name: times(scope.graph, tensor.name, mask.name) };
    const values = [scope.example(tensor), mask.example];
    scope.recompute(
      result,
      recomputedFrom(values, (graph, [value, factor]) => times(graph, value!, factor!)),
    );
    return result;
  };
  return { output: applyTo(input), backward: (gradient) => [applyTo(gradient)] };
}
