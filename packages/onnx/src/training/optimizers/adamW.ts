import type { GraphBuilder } from '../../graph/graphBuilder.js';
import { adam } from './adam.js';
import { scaled } from './decayingMean.js';
import type { Optimizer, StepScalars } from './optimizer.js';
import type { AdamWDescription } from './optimizerDescription.js';

/**
 * Adam after each weight has been shrunk a little.
 *
 * @see https://arxiv.org/abs/1711.05101
 */
export function adamW(options: AdamWDescription, graph: GraphBuilder, scalars: StepScalars): Optimizer {
  const { weightDecay = 0.004 } = options;
  const lost = scaled(graph, scalars.learningRate(), weightDecay);
  const kept = graph.op('Sub', [graph.scalar(1), lost]);
  return { ...adam(options, graph, scalars), decay: (weight) => graph.op('Mul', [weight, kept]) };
}
