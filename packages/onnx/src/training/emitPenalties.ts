import type { GraphBuilder } from '../graph/graphBuilder.js';
import type { GraphScope } from '../layers/graphScope.js';
import type { WeightNode } from '../network/layerNode.js';
import type { Regularizer } from './regularizers.js';

/** Adds the gradients of all penalties to those of the weights, and returns the loss plus the penalties. */
export function emitPenalties(
  scope: GraphScope,
  loss: string,
  regularizers: ReadonlyMap<WeightNode, Regularizer>,
): string {
  const { graph } = scope;
  if (regularizers.size === 0) return loss;
  const penalties = [...regularizers].map(([weight, regularizer]) => {
    scope.addGradient(weight, penaltyGradient(graph, weight.name, regularizer));
    return penalty(graph, weight.name, regularizer);
  });
  return graph.op('Sum', [loss, ...penalties]);
}

/** l1 · Σ|w| + l2 · Σw², a scalar. */
function penalty(graph: GraphBuilder, weight: string, { l1, l2 }: Regularizer): string {
  const terms: string[] = [];
  if (l1 > 0) terms.push(scaled(graph, graph.op('ReduceL1', [weight], { keepdims: 0 }), l1));
  if (l2 > 0) terms.push(scaled(graph, graph.op('ReduceSumSquare', [weight], { keepdims: 0 }), l2));
  return graph.op('Sum', terms);
}

/** l1 · sign(w) + 2 · l2 · w. */
function penaltyGradient(graph: GraphBuilder, weight: string, { l1, l2 }: Regularizer): string {
  const terms: string[] = [];
  if (l1 > 0) terms.push(scaled(graph, graph.op('Sign', [weight]), l1));
  if (l2 > 0) terms.push(scaled(graph, weight, 2 * l2));
  return graph.op('Sum', terms);
}

function scaled(graph: GraphBuilder, value: string, factor: number): string {
  return graph.op('Mul', [value, graph.scalar(factor)]);
}
