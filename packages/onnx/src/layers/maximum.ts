import { mergeLayer } from './merge.js';
import { gradientOfChoice } from './gradientOfChoice.js';

/** The larger; where both are equal the gradient goes to the first, as in TensorFlow. */
export const maximum = mergeLayer('Maximum', {
  forward: (graph, a, b) => graph.op('Max', [a, b]),
  backward: (graph, gradient, a, b) => gradientOfChoice(graph, gradient, graph.op('GreaterOrEqual', [a, b])),
});
