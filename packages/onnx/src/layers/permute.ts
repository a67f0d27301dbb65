import { inLayoutOf } from './inLayoutOf.js';
import type { LayerDefinition } from './layerDefinition.js';

/** Axes in another order; Keras counts them from 1 and leaves the batch in front. */
export const permute: LayerDefinition = {
  classNames: ['Permute'],
  build(layer, [input], scope) {
    const { graph } = scope;
    const order = [0, ...(layer.config.dims as readonly number[])];
    const back = order.map((_, axis) => order.indexOf(axis));
    const from = scope.channelsLast(input!);
    const name = graph.op('Transpose', [from.name], { perm: order });
    return {
      output: { name, shape: layer.outputShape, channelsFirst: false },
      backward(gradient) {
        const permuted = { ...from, name: graph.op('Transpose', [gradient.name], { perm: back }) };
        return [inLayoutOf(input!, permuted, scope)];
      },
    };
  },
};
