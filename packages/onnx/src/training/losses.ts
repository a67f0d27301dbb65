import type { GraphBuilder } from '../graph/graphBuilder.js';

/** Losses by their names in Keras and TensorFlow.js. */
export type LossName =
  'categoricalCrossentropy' | 'sparseCategoricalCrossentropy' | 'binaryCrossentropy' | 'meanSquaredError';

/** A loss in the graph. */
export interface LossOutput {
  /** Loss of each example, `[N]`. */
  readonly perExample: string;
  /** The model's prediction, `[N, nOutputs]`. */
  readonly prediction: string;
  /** Gradient of the loss of each example with respect to the network's output, `[N, nOutputs]`. */
  readonly gradient: () => string;
}

/** A loss of the network's output `[N, nOutputs]` and the target `[N, nOutputs]`. */
export interface Loss {
  /** The final activation that the loss includes, for speed and precision; its input is then the logits. */
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

/** Mean over the outputs of softplus(logit) - target · logit, which is the binary cross-entropy of the sigmoid. */
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
