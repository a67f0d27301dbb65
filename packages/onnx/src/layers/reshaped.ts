import type { Tensor } from '../graph/tensor.js';
import { inLayoutOf } from './inLayoutOf.js';
import type { LayerOutput } from './layerDefinition.js';
import type { Scope } from './scope.js';

/** The same elements in another shape, in the order of Keras (channels last). */
export function reshaped(input: Tensor, shape: readonly number[], scope: Scope): LayerOutput {
  const { graph } = scope;
  const from = scope.channelsLast(input);
  const name = graph.op('Reshape', [from.name, graph.ints(-1, ...shape)]);
  return {
    output: { name, shape, channelsFirst: false },
    backward(gradient) {
      const back = { ...from, name: graph.op('Reshape', [gradient.name, graph.ints(-1, ...from.shape)]) };
      return [inLayoutOf(input, back, scope)];
    },
  };
}
