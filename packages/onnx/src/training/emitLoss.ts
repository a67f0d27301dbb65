import type { GraphBuilder } from '../graph/graphBuilder.js';
import type { Tensor } from '../graph/tensor.js';
import { castTo } from '../layers/castTo.js';
import type { Scope } from '../layers/scope.js';
import { losses } from './losses.js';
import type { GraphInput } from './trainingGraph.js';
import type { TrainingGraphOptions } from './trainingOptions.js';

/** The loss of a batch in the graph. */
export interface BatchLoss {
  readonly target: GraphInput;
  readonly sampleWeight?: GraphInput;
  /** Mean over the batch, a scalar. */
  readonly mean: string;
  /** The model's prediction, `[N, nOutputs]`. */
  readonly prediction: string;
  /** The target before label smoothing, `[N, nOutputs]`. */
  readonly truth: string;
  /** Gradient of the mean with respect to the network's output. */
  readonly gradient: () => Tensor;
}

/** Emits the loss of a batch. Target and sample weights become inputs of the graph. */
export function emitLoss(output: Tensor, options: TrainingGraphOptions, scope: Scope): BatchLoss {
  const { graph } = scope;
  const nOutputs = output.shape[0]!;
  const target = declareTarget(graph, options, nOutputs);
  const truth =
    options.loss === 'sparseCategoricalCrossentropy' ? oneHot(graph, target.name, nOutputs) : target.name;
  const smoothed = smooth(graph, truth, options, nOutputs);
  const { perExample, prediction, gradient } = losses[options.loss].build(
    graph,
    output.name,
    smoothed,
    nOutputs,
  );

  const share = shareOfExample(scope);
  const weight = options.sampleWeights ? declareSampleWeight(graph) : undefined;
  const weighted = weight ? graph.op('Mul', [perExample, weight.name]) : perExample;
  const sum = graph.op('ReduceSum', [weighted], { keepdims: 0 });
  return {
    target,
    ...(weight && { sampleWeight: weight }),
    mean: graph.op('Mul', [sum, share]),
    prediction,
    truth,
    gradient() {
      const factor = weight
        ? graph.op('Mul', [graph.op('Unsqueeze', [weight.name, graph.ints(1)]), share])
        : share;
      return { ...output, name: graph.op('Mul', [gradient(), factor]) };
    },
  };
}

function declareTarget(graph: GraphBuilder, { loss }: TrainingGraphOptions, nOutputs: number): GraphInput {
  const target: GraphInput =
    loss === 'sparseCategoricalCrossentropy'
      ? { name: 'target', elementType: 'int32', shape: ['N'] }
      : { name: 'target', elementType: 'float', shape: ['N', nOutputs] };
  graph.input(target.name, target.elementType, target.shape);
  return target;
}

function declareSampleWeight(graph: GraphBuilder): GraphInput {
  const weight: GraphInput = { name: 'sampleWeight', elementType: 'float', shape: ['N'] };
  graph.input(weight.name, weight.elementType, weight.shape);
  return weight;
}

/** `[N]` class indices to `[N, nClasses]` with a 1 at the class. */
function oneHot(graph: GraphBuilder, indices: string, nClasses: number): string {
  const classes = Array.from({ length: nClasses }, (_, i) => i);
  const asFloat = castTo('float', indices, graph);
  const column = graph.op('Unsqueeze', [asFloat, graph.ints(1)]);
  return castTo('float', graph.op('Equal', [column, graph.floats(classes)]), graph);
}

/** target · (1 - s) + s / number of choices: the number of classes, or 2 for the binary loss. */
function smooth(
  graph: GraphBuilder,
  target: string,
  { loss, labelSmoothing = 0 }: TrainingGraphOptions,
  nOutputs: number,
): string {
  if (labelSmoothing === 0) return target;
  const nChoices = loss === 'binaryCrossentropy' ? 2 : nOutputs;
  const kept = graph.op('Mul', [target, graph.scalar(1 - labelSmoothing)]);
  return graph.op('Add', [kept, graph.scalar(labelSmoothing / nChoices)]);
}

/** 1 / number of examples, a scalar. */
function shareOfExample(scope: Scope): string {
  const { graph } = scope;
  const size = graph.op('Squeeze', [castTo('float', scope.batchSize(), graph)]);
  return graph.op('Reciprocal', [size]);
}
