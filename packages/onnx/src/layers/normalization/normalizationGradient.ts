import type { GraphBuilder } from '../../graph/graphBuilder.js';
import type { Tensor } from '../../graph/tensor.js';
import { castTo } from '../castTo.js';
import { perExample } from '../perExample.js';
import { recomputedFrom, tensorInMemory } from '../recomputation.js';
import type { Scope } from '../scope.js';
import type { Moments } from './batchMoments.js';
import { perChannelShape, positionAxes } from './channels.js';

/** The values that a batch was normalized with. */
export interface Normalization extends Moments {
  readonly gamma: string;
  readonly epsilon: number;
  /** Whether mean and variance are those of the batch and therefore have a gradient too. */
  readonly usesBatch: boolean;
}

/** The gradients of input, gamma, and beta. */
export interface NormalizationGradient {
  readonly input: Tensor;
  readonly gamma: string;
  readonly beta: string;
}

/**
 * With n values per channel and r = 1 / sqrt(variance + epsilon):
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
  const { beta, product, dy } = sums(x, gradient, mean, scope);
  const gammaGradient = graph.op('Div', [product, deviation]);
  const slope = graph.op('Div', [gamma, deviation]);
  const gradients = { gamma: gammaGradient, beta };
  if (!usesBatch) {
    const factor = graph.op('Reshape', [slope, graph.ints(...perChannelShape(x))]);
    return { ...gradients, input: { ...x, name: graph.op('Mul', [dy.name, factor]) } };
  }
  const slopePerValue = graph.op('Div', [slope, valuesPerChannel(x, scope)]);
  const ofX = graph.op('Neg', [
    graph.op('Mul', [slopePerValue, graph.op('Div', [gammaGradient, deviation])]),
  ]);
  const ofMean = graph.op('Mul', [ofX, mean]);
  const constant = graph.op('Neg', [graph.op('Add', [ofMean, graph.op('Mul', [slopePerValue, beta])])]);
  return { ...gradients, input: combine(x, dy, [ofX, slope, constant], scope) };
}

/** sum(dy) and sum(dy (x - mean)) of each channel, and dy, which is in memory after this pass. */
function sums(
  x: Tensor,
  gradient: Tensor,
  mean: string,
  scope: Scope,
): { readonly beta: string; readonly product: string; readonly dy: Tensor } {
  const { graph } = scope;
  const overBatch = (part: string) => graph.op('ReduceSum', [part, graph.ints(0)], { keepdims: 0 });
  const times = (inner: GraphBuilder, example: string, dy: string, center: string) =>
    inner.op('Mul', [dy, inner.op('Sub', [example, center])]);
  if (x.shape.length === 1) {
    const product = overBatch(times(graph, x.name, gradient.name, mean));
    return { beta: overBatch(gradient.name), product, dy: gradient };
  }
  const [center] = perChannel(x, [mean], graph);
  const [beta, product, dy] = perExample(
    graph,
    [tensorInMemory(x), scope.example(gradient)],
    (inner, [example, dy]) => {
      const axes = inner.ints(...positionAxes(x));
      const overPositions = (name: string) => inner.op('ReduceSum', [name, axes], { keepdims: 0 });
      return [overPositions(dy!), overPositions(times(inner, example!, dy!, center!)), dy!];
    },
  );
  return { beta: overBatch(beta!), product: overBatch(product!), dy: { ...gradient, name: dy! } };
}

/** x a + dy b + c with a, b, and c per channel. */
function combine(x: Tensor, gradient: Tensor, factors: readonly string[], scope: Scope): Tensor {
  const { graph } = scope;
  const hasPositions = x.shape.length > 1;
  const [a, b, c] = hasPositions ? perChannel(x, factors, graph) : factors;
  const emit = (inner: GraphBuilder, [example, dy]: readonly string[]) =>
    inner.op('Add', [inner.op('Mul', [example!, a!]), inner.op('Add', [inner.op('Mul', [dy!, b!]), c!])]);
  if (!hasPositions) return { ...x, name: emit(graph, [x.name, gradient.name]) };
  const recomputation = recomputedFrom([x, gradient].map(tensorInMemory), emit);
  const [name] = perExample(graph, [recomputation], (_, [example]) => [example!]);
  const result = { ...x, name: name! };
  scope.recompute(result, recomputation);
  return result;
}

/** One value per channel, in a shape that broadcasts against one example. */
function perChannel(x: Tensor, values: readonly string[], graph: GraphBuilder): string[] {
  return values.map((name) => graph.op('Reshape', [name, graph.ints(...perChannelShape(x))]));
}

/** Batch size times positions, a float of shape `[1]`. */
function valuesPerChannel(x: Tensor, scope: Scope): string {
  const nPositions = x.shape.slice(0, -1).reduce((product, size) => product * size, 1);
  const nExamples = castTo('float', scope.batchSize(), scope.graph);
  return scope.graph.op('Mul', [nExamples, scope.graph.scalar(nPositions)]);
}
