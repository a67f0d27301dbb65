import type { LayerDefinition } from './layerDefinition.js';

/** `[n]` to `[times, n]`, with equal rows. */
export const repeatVector: LayerDefinition = {
  classNames: ['RepeatVector'],
  build(layer, [input], { graph }) {
    const [times, size] = layer.outputShape as [number, number];
    const row = graph.op('Unsqueeze', [input!.name, graph.ints(1)]);
    const name = graph.op('Expand', [row, graph.ints(1, times, size)]);
    return {
      output: { name, shape: layer.outputShape, channelsFirst: false },
      backward(gradient) {
        const sum = graph.op('ReduceSum', [gradient.name, graph.ints(1)], { keepdims: 0 });
        return [{ ...input!, name: sum }];
      },
    };
  },
};
