import { graphAxis } from '../graph/graphAxis.js';
import { shapeInGraph } from '../graph/shapeInGraph.js';
import { inLayoutOf } from './inLayoutOf.js';
import type { LayerDefinition } from './layerDefinition.js';
import { alignLayouts } from './merge.js';

/** Joins the inputs along an axis, by default the last. */
export const concatenate: LayerDefinition = {
  classNames: ['Concatenate'],
  build(layer, inputs, scope) {
    const { graph } = scope;
    const aligned = alignLayouts(layer, inputs, scope);
    const axis = graphAxis(aligned[0]!, Number(layer.config.axis ?? -1));
    const names = aligned.map((input) => input.name);
    return {
      output: { ...aligned[0]!, name: graph.op('Concat', names, { axis }), shape: layer.outputShape },
      backward(gradient) {
        const sizes = aligned.map((input) => shapeInGraph(input)[axis - 1]!);
        const parts = graph.ops('Split', [gradient.name, graph.ints(...sizes)], { axis }, inputs.length);
        return inputs.map((input, i) => inLayoutOf(input, { ...aligned[i]!, name: parts[i]! }, scope));
      },
    };
  },
};
