import { mergeLayer } from './merge.js';

export const add = mergeLayer('Add', {
  forward: (graph, a, b) => graph.op('Add', [a, b]),
  backward: (_graph, gradient) => [gradient, gradient],
});
