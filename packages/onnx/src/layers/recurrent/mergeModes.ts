import type { GraphBuilder } from '../../graph/graphBuilder.js';

/** How a bidirectional layer makes one output of two. */
export interface MergeMode {
  forward(graph: GraphBuilder, a: string, b: string): string;
  /** Gradients of `a` and `b`, given that of the merged output. */
  backward(graph: GraphBuilder, gradient: string, a: string, b: string): readonly [string, string];
}

/** Merge modes by Keras's names. */
export const mergeModes: Readonly<Record<string, MergeMode>> = {
  ave: {
    forward: (graph, a, b) => graph.op('Mul', [graph.op('Add', [a, b]), graph.scalar(0.5)]),
    backward(graph, gradient) {
      const half = graph.op('Mul', [gradient, graph.scalar(0.5)]);
      return [half, half];
    },
  },
  concat: {
    forward: (graph, a, b) => graph.op('Concat', [a, b], { axis: -1 }),
    backward(graph, gradient) {
      const [a, b] = graph.ops('Split', [gradient], { axis: -1, num_outputs: 2 }, 2);
      return [a!, b!];
    },
  },
  mul: {
    forward: (graph, a, b) => graph.op('Mul', [a, b]),
    backward: (graph, gradient, a, b) => [graph.op('Mul', [gradient, b]), graph.op('Mul', [gradient, a])],
  },
  sum: {
    forward: (graph, a, b) => graph.op('Add', [a, b]),
    backward: (_graph, gradient) => [gradient, gradient],
  },
};
