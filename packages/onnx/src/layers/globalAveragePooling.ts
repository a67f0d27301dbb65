import type { LayerDefinition } from './layerDefinition.js';
import { allPositions } from './pooling/allPositions.js';

/** The mean of each channel over all positions. */
export const globalAveragePooling: LayerDefinition = {
  classNames: ['GlobalAveragePooling1D', 'GlobalAveragePooling2D'],
  build(layer, [input], scope) {
    const { graph } = scope;
    const { axes, sizes, nPositions, withPositions } = allPositions(layer, input!, graph);
    const mean = graph.op('ReduceMean', [input!.name, axes], { keepdims: 0 });
    return {
      output: { name: mean, shape: layer.outputShape, channelsFirst: false },
      backward(gradient) {
        const share = graph.op('Mul', [gradient.name, graph.scalar(1 / nPositions)]);
        return [{ ...input!, name: graph.op('Expand', [withPositions(share), sizes]) }];
      },
    };
  },
};
