import type { GraphBuilder } from '../../graph/graphBuilder.js';
import type { Tensor } from '../../graph/tensor.js';
import { perExample } from '../perExample.js';
import { tensorInMemory } from '../recomputation.js';
import type { Scope } from '../scope.js';
import { perChannelShape, positionAxes } from './channels.js';

/** Names of a mean and a variance for each channel, `[nChannels]`. */
export interface Moments {
  readonly mean: string;
  readonly variance: string;
}

/**
 * Mean and variance of each channel over the batch and all positions.
 *
 * The moments of the examples are combined as variance = mean of the variances + variance of the means. This avoids
 * small differences of large squares: a channel with mean 1000 and deviation 1 keeps its precision.
 *
 * @see https://en.wikipedia.org/wiki/Law_of_total_variance
 */
export function batchMoments(x: Tensor, { graph }: Scope): Moments {
  if (x.shape.length === 1) return momentsOf(x.name, graph);
  const [means, variances] = perExample(graph, [tensorInMemory(x)], (inner, [example]) =>
    exampleMoments(inner, example!, x),
  );
  const { mean, variance: between } = momentsOf(means!, graph);
  return { mean, variance: graph.op('Add', [overBatch(variances!, graph), between]) };
}

/** Mean and variance of each channel of one example. */
function exampleMoments(graph: GraphBuilder, example: string, x: Tensor): [string, string] {
  const axes = graph.ints(...positionAxes(x));
  const mean = graph.op('ReduceMean', [example, axes], { keepdims: 0 });
  const center = graph.op('Reshape', [mean, graph.ints(...perChannelShape(x))]);
  const rest = graph.op('Sub', [example, center]);
  const variance = graph.op('ReduceMean', [graph.op('Mul', [rest, rest]), axes], { keepdims: 0 });
  return [mean, variance];
}

/** Mean and variance over the batch of `[N, nChannels]`. */
function momentsOf(name: string, graph: GraphBuilder): Moments {
  const mean = overBatch(name, graph);
  const rest = graph.op('Sub', [name, mean]);
  return { mean, variance: overBatch(graph.op('Mul', [rest, rest]), graph) };
}

function overBatch(name: string, graph: GraphBuilder): string {
  return graph.op('ReduceMean', [name, graph.ints(0)], { keepdims: 0 });
}
