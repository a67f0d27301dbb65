import { exampleSimilarity } from './exampleSimilarity.js';

/** exp(-gamma · mean squared difference of the features); a custom layer of `@ser/models`. */
export const rbfSimilarity = exampleSimilarity(
  'RbfSimilarity',
  ({ graph, products, rowSquares, exampleSquares, nFeatures, layer }) => {
    const both = graph.op('Add', [rowSquares, exampleSquares]);
    const difference = graph.op('Sub', [both, graph.op('Mul', [products, graph.doubles([2])])]);
    const distance = graph.op('Max', [difference, graph.doubles([0])]);
    const factor = -Number(layer.config.gamma) / nFeatures;
    return graph.op('Exp', [graph.op('Mul', [distance, graph.doubles([factor])])]);
  },
);
