import { add } from './add.js';
import type { LayerDefinition } from './layerDefinition.js';

/** The sum of the inputs, divided by their number. */
export const average: LayerDefinition = {
  classNames: ['Average'],
  build(layer, inputs, scope) {
    const { graph } = scope;
    const share = graph.scalar(1 / inputs.length);
    const sum = add.build(layer, inputs, scope);
    return {
      output: { ...sum.output, name: graph.op('Mul', [sum.output.name, share]) },
      backward: (gradient) => sum.backward({ ...gradient, name: graph.op('Mul', [gradient.name, share]) }),
    };
  },
};
