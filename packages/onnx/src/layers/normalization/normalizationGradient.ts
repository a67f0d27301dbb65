import type { GraphBuilder } from '../../graph/graphBuilder.js';
import type { Tensor } from '../../graph/tensor.js';
import { castTo } from '../castTo.js';
import { perExample } from '../perExample.js';
import type { Scope } from '../scope.js';
import type { Moments } from './batchMoments.js';
import { channelsFirstShape, perChannelShape, positionAxes } from './channels.js';

/** What a batch was normalised with. */
export interface Normalization extends Moments {
  readonly gamma: string;
  readonly epsilon: number;
  /** Whether mean and variance are those of the batch, so that they have a gradient too. */
  readonly usesBatch: boolean;
}

/** Names of the gradients. */
export interface NormalizationGradient {
  readonly input: string;
  readonly gamma: string;
  readonly beta: string;
}

/**
 * With n values a channel and r = 1 / sqrt(variance + epsilon):
 * dbeta = sum(dy), dgamma = r sum(dy (x - mean)),
 * dx = gamma r (dy - dbeta / n - r (x - mean) dgamma / n).
 *
 * @see https://arxiv.org/abs/1502.03167
 */
export function normalizationGradient(
  x: Tensor,
  gradient: Tensor,
  { mean, variance, gamma, epsilon, usesBatch }: Normalization,
  scope: Scope,
): NormalizationGradient {
  const { graph } = scope;
  const deviation = graph.op('Sqrt', [graph.op('Add', [variance, graph.scalar(epsilon)])]);
  const [beta, product] = sums(x, gradient, mean, graph);
  const gammaGradient = graph.op('Div', [product!, deviation]);
  const slope = graph.op('Div', [gamma, deviation]);
  const gradients = { gamma: gammaGradient, beta: beta! };
  if (!usesBatch) {
    const factor = graph.op('Reshape', [slope, graph.ints(...perChannelShape(x))]);
    return { ...gradients, input: graph.op('Mul', [gradient.name, factor]) };
  }
  const slopePerValue = graph.op('Div', [slope, valuesPerChannel(x, scope)]);
  const ofX = graph.op('Neg', [
    graph.op('Mul', [slopePerValue, graph.op('Div', [gammaGradient, deviation])]),
  ]);
  const ofMean = graph.op('Mul', [ofX, mean]);
  const constant = graph.op('Neg', [graph.op('Add', [ofMean, graph.op('Mul', [slopePerValue, beta!])])]);
  return { ...gradients, input: combine(x, gradient, [ofX, slope, constant], graph) };
}

/** sum(dy) and sum(dy (x - mean)) of each channel. */
function sums(x: Tensor, gradient: Tensor, mean: string, graph: GraphBuilder): string[] {
  const hasPositions = x.shape.length > 1;
  const parts = examplewise(graph, x, gradient, [mean], (inner, example, dy, [centre]) => {
    const product = inner.op('Mul', [dy, inner.op('Sub', [example, centre!])]);
    if (!hasPositions) return [dy, product];
    const axes = inner.ints(...positionAxes(x));
    return [dy, product].map((value) => inner.op('ReduceSum', [value, axes], { keepdims: 0 }));
  });
  return parts.map((part) => graph.op('ReduceSum', [part, graph.ints(0)], { keepdims: 0 }));
}

/** x a + dy b + c with a, b and c of each channel. */
function combine(x: Tensor, gradient: Tensor, factors: readonly string[], graph: GraphBuilder): string {
  return examplewise(graph, x, gradient, factors, (inner, example, dy, [a, b, c]) => [
    inner.op('Add', [inner.op('Mul', [example, a!]), inner.op('Add', [inner.op('Mul', [dy, b!]), c!])]),
  ])[0]!;
}

/** Runs a body on each example and its gradient, with values of each channel shaped to go with it. */
function examplewise(
  graph: GraphBuilder,
  x: Tensor,
  gradient: Tensor,
  perChannel: readonly string[],
  body: (inner: GraphBuilder, x: string, dy: string, perChannel: readonly string[]) => string[],
): string[] {
  if (x.shape.length === 1) return body(graph, x.name, gradient.name, perChannel);
  const shaped = perChannel.map((name) => graph.op('Reshape', [name, graph.ints(...perChannelShape(x))]));
  const shape = channelsFirstShape(x);
  return perExample(
    graph,
    [
      { name: x.name, shape },
      { name: gradient.name, shape },
    ],
    (inner, [example, dy]) => body(inner, example!, dy!, shaped),
  );
}

/** Batch size times positions, a float of shape `[1]`. */
function valuesPerChannel(x: Tensor, scope: Scope): string {
  const nPositions = x.shape.slice(0, -1).reduce((product, size) => product * size, 1);
  const nExamples = castTo('float', scope.batchSize(), scope.graph);
  return scope.graph.op('Mul', [nExamples, scope.graph.scalar(nPositions)]);
}
