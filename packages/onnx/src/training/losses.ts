import type { GraphBuilder } from '../graph/graphBuilder.js';

/** Losses by the names that Keras and TensorFlow.js give them. */
export type LossName =
  'categoricalCrossentropy' | 'sparseCategoricalCrossentropy' | 'binaryCrossentropy' | 'meanSquaredError';

/** A loss in the graph. */
export interface LossOutput {
  /** Loss of each example, `[N]`. */
  readonly perExample: string;
  /** What the model says, `[N, nOutputs]`. */
  readonly prediction: string;
  /** Gradient of each example's own loss with respect to what the loss was given, `[N, nOutputs]`. */
  readonly gradient: () => string;
}

/** A loss, given the last layer's output `[N, nOutputs]` and the target `[N, nOutputs]`. */
export interface Loss {
  /** The final activation that the loss takes in, for speed and precision; it is then given the logits. */
  readonly fusedActivation?: 'softmax' | 'sigmoid';
  build(graph: GraphBuilder, output: string, target: string, nOutputs: number): LossOutput;
}

/** -Σ target · log softmax(logits). */
const categoricalCrossentropy: Loss = {
  fusedActivation: 'softmax',
  build(graph, logits, target) {
    const lastAxis = graph.ints(-1);
    const terms = graph.op('Mul', [target, graph.op('LogSoftmax', [logits], { axis: -1 })]);
    const perExample = graph.op('Neg', [graph.op('ReduceSum', [terms, lastAxis], { keepdims: 0 })]);
    const prediction = graph.op('Softmax', [logits], { axis: -1 });
    const gradient = () => {
      const total = graph.op('ReduceSum', [target, lastAxis]);
      return graph.op('Sub', [graph.op('Mul', [prediction, total]), target]);
    };
    return { perExample, prediction, gradient };
  },
};

/** Mean over the outputs of softplus(logit) - target · logit, the logarithms of the sigmoid written out. */
const binaryCrossentropy: Loss = {
  fusedActivation: 'sigmoid',
  build(graph, logits, target, nOutputs) {
    const terms = graph.op('Sub', [graph.op('Softplus', [logits]), graph.op('Mul', [target, logits])]);
    const prediction = graph.op('Sigmoid', [logits]);
    const gradient = () =>
      graph.op('Mul', [graph.op('Sub', [prediction, target]), graph.scalar(1 / nOutputs)]);
    return { perExample: meanOverOutputs(graph, terms), prediction, gradient };
  },
};

/** Mean over the outputs of (output - target)². */
const meanSquaredError: Loss = {
  build(graph, prediction, target, nOutputs) {
    const difference = graph.op('Sub', [prediction, target]);
    const perExample = meanOverOutputs(graph, graph.op('Mul', [difference, difference]));
    const gradient = () => graph.op('Mul', [difference, graph.scalar(2 / nOutputs)]);
    return { perExample, prediction, gradient };
  },
};

function meanOverOutputs(graph: GraphBuilder, terms: string): string {
  return graph.op('ReduceMean', [terms, graph.ints(-1)], { keepdims: 0 });
}

export const losses: Readonly<Record<LossName, Loss>> = {
  categoricalCrossentropy,
  sparseCategoricalCrossentropy: categoricalCrossentropy,
  binaryCrossentropy,
  meanSquaredError,
};
