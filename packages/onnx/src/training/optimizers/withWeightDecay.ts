import type { GraphBuilder } from '../../graph/graphBuilder.js';
import { scaled } from './decayingMean.js';
import type { Optimizer, StepScalars } from './optimizer.js';

/** An optimizer that first subtracts weightDecay · learning rate · weight from each weight. */
export function withWeightDecay(
  optimizer: Optimizer,
  weightDecay: number,
  graph: GraphBuilder,
  scalars: StepScalars,
): Optimizer {
  if (weightDecay === 0) return optimizer;
  const lost = scaled(graph, scalars.learningRate(), weightDecay);
  const kept = graph.op('Sub', [graph.scalar(1), lost]);
  return { ...optimizer, decay: (weight) => graph.op('Mul', [weight, kept]) };
}
