import type { GraphBuilder } from '../graph/graphBuilder.js';
import { castTo } from './castTo.js';
import { exampleSimilarity } from './exampleSimilarity.js';

/**
 * The arc-cosine kernel of degree 1 of the mean product of the features and 1; a custom layer of `@ser/models`.
 *
 * @see Y. Cho, L. Saul, "Kernel methods for deep learning", 2009, equations 1 and 6,
 *   https://papers.nips.cc/paper/2009/hash/5751ec3e9a4feab575962e78e006250d-Abstract.html
 */
export const arcCosineSimilarity = exampleSimilarity(
  'ArcCosineSimilarity',
  ({ graph, products, rowSquares, exampleSquares, nFeatures }) => {
    const one = graph.doubles([1]);
    const meanAndOne = (name: string) =>
      graph.op('Add', [graph.op('Div', [name, graph.doubles([nFeatures])]), one]);
    const lengthOf = (squares: string) => graph.op('Sqrt', [meanAndOne(squares)]);
    const lengths = graph.op('Mul', [lengthOf(rowSquares), lengthOf(exampleSquares)]);
    const cosine = within(graph, graph.op('Div', [meanAndOne(products), lengths]));
    const sine = graph.op('Sqrt', [
      graph.op('Mul', [graph.op('Sub', [one, cosine]), graph.op('Add', [one, cosine])]),
    ]);
    const angle = castTo('double', graph.op('Acos', [castTo('float', cosine, graph)]), graph);
    const supplement = graph.op('Sub', [graph.doubles([Math.PI]), angle]);
    const sum = graph.op('Add', [sine, graph.op('Mul', [supplement, cosine])]);
    return graph.op('Div', [graph.op('Mul', [lengths, sum]), graph.doubles([Math.PI])]);
  },
);

/** Rounding may have made a cosine larger than 1. */
function within(graph: GraphBuilder, cosine: string): string {
  return graph.op('Max', [graph.op('Min', [cosine, graph.doubles([1])]), graph.doubles([-1])]);
}
