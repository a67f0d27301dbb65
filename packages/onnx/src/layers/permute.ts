import { inLayoutOf } from './inLayoutOf.js';
import type { LayerDefinition } from './layerDefinition.js';

/** Reorders the axes. Keras counts them from 1 and keeps the batch first. */
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
