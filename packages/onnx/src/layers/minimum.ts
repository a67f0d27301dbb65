import { gradientOfChoice } from './gradientOfChoice.js';
import { mergeLayer } from './merge.js';

/** The smaller value. Where both are equal, the first gets the gradient, as in TensorFlow. */
export const minimum = mergeLayer('Minimum', {
  forward: (graph, a, b) => graph.op('Min', [a, b]),
  backward: (graph, gradient, a, b) => gradientOfChoice(graph, gradient, graph.op('LessOrEqual', [a, b])),
});
