import { mergeLayer } from './merge.js';

export const multiply = mergeLayer('Multiply', {
  forward: (graph, a, b) => graph.op('Mul', [a, b]),
  backward: (graph, gradient, a, b) => [graph.op('Mul', [gradient, b]), graph.op('Mul', [gradient, a])],
});
