import { castTo } from './castTo.js';
import type { LayerDefinition } from './layerDefinition.js';
import { allPositions } from './pooling/allPositions.js';

/** The largest value of each channel. Equal largest values share the gradient, as in TensorFlow. */
export const globalMaxPooling: LayerDefinition = {
  classNames: ['GlobalMaxPooling1D', 'GlobalMaxPooling2D'],
  build(layer, [input], scope) {
    const { graph } = scope;
    const { axes, withPositions } = allPositions(layer, input!, graph);
    const largest = graph.op('ReduceMax', [input!.name, axes], { keepdims: 0 });
    return {
      output: { name: largest, shape: layer.outputShape, channelsFirst: false },
      backward(gradient) {
        const isLargest = graph.op('Equal', [input!.name, withPositions(largest)]);
        const ones = castTo('float', isLargest, graph);
        const share = graph.op('Div', [
          withPositions(gradient.name),
          graph.op('ReduceSum', [ones, axes], { keepdims: 1 }),
        ]);
        return [{ ...input!, name: graph.op('Mul', [ones, share]) }];
      },
    };
  },
};
