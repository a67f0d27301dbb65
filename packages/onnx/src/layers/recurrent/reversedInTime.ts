import type { Tensor } from '../../graph/tensor.js';
import type { LayerOutput } from '../layerDefinition.js';
import type { Scope } from '../scope.js';

/** A layer's output `[N, T, …]` with the last step first, as Keras returns the sequence of a layer that goes backward. */
export function reversedInTime({ output, backward }: LayerOutput, { graph }: Scope): LayerOutput {
  const reverse = (tensor: Tensor): Tensor => {
    const [start, end, axis, step] = [graph.ints(-1), graph.ints(-(2 ** 31)), graph.ints(1), graph.ints(-1)];
    return { ...tensor, name: graph.op('Slice', [tensor.name, start, end, axis, step]) };
  };
  return { output: reverse(output), backward: (gradient) => backward(reverse(gradient)) };
}
