import type { GraphBuilder } from '../../graph/graphBuilder.js';
import { adam } from './adam.js';
import type { Optimizer, StepScalars } from './optimizer.js';
import type { AdamWDescription } from './optimizerDescription.js';
import { withWeightDecay } from './withWeightDecay.js';

/**
 * Adam with decoupled weight decay.
 *
 * @see https://arxiv.org/abs/1711.05101
 */
export function adamW(options: AdamWDescription, graph: GraphBuilder, scalars: StepScalars): Optimizer {
  const { weightDecay = 0.004 } = options;
  return withWeightDecay(adam(options, graph, scalars), weightDecay, graph, scalars);
}
