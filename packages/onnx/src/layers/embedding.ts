import { OnnxError } from '../errors.js';
import { elementTypeNumbers } from '../proto/elementTypes.js';
import type { LayerDefinition } from './layerDefinition.js';

/** The row of a table for each index in the input. Only the table has a gradient. */
export const embedding: LayerDefinition = {
  classNames: ['Embedding'],
  build(layer, [input], scope) {
    if (layer.config.mask_zero === true) {
      throw new OnnxError(
        'unsupported-option',
        `\`mask_zero\` of the Embedding layer "${layer.name}" must be false, because masks are not supported.`,
        { layer: layer.name },
      );
    }
    const { graph } = scope;
    const [table] = layer.weights;
    const indices = graph.op('Cast', [scope.channelsLast(input!).name], { to: elementTypeNumbers.int64 });
    const name = graph.op('Gather', [scope.weight(table!), indices]);
    return {
      output: { name, shape: layer.outputShape, channelsFirst: false },
      backward(gradient) {
        const [nRows, size] = table!.shape as [number, number];
        const values = graph.op('Reshape', [scope.channelsLast(gradient).name, graph.ints(-1, size)]);
        const column = graph.op('Reshape', [indices, graph.ints(-1, 1)]);
        const everywhere = graph.op('Expand', [column, graph.ints(1, size)]);
        const zeros = graph.op('Expand', [graph.scalar(0), graph.ints(nRows, size)]);
        // Not ScatterND: with several threads ONNX Runtime loses sums of rows that occur more than once.
        const sums = graph.op('ScatterElements', [zeros, everywhere, values], { axis: 0, reduction: 'add' });
        scope.addGradient(table!, sums);
        return [undefined];
      },
    };
  },
};
