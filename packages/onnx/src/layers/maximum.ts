import { mergeLayer } from './merge.js';
import { gradientOfChoice } from './gradientOfChoice.js';

/** The larger value. Where both are equal, the first gets the gradient, as in TensorFlow. */
export const maximum = mergeLayer('Maximum', {
  forward: (graph, a, b) => graph.op('Max', [a, b]),
  backward: (graph, gradient, a, b) => gradientOfChoice(graph, gradient, graph.op('GreaterOrEqual', [a, b])),
});
