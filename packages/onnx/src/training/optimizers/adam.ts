import type { GraphBuilder } from '../../graph/graphBuilder.js';
import { decayingMean } from './decayingMean.js';
import type { Optimizer, StepScalars } from './optimizer.js';
import type { AdamDescription } from './optimizerDescription.js';

/**
 * Moves along the mean gradient, each element divided by its own deviation. The bias correction of the means is part
 * of the learning rate.
 *
 * @see https://arxiv.org/abs/1412.6980, end of section 2
 */
export function adam(
  options: Omit<AdamDescription, 'name'>,
  graph: GraphBuilder,
  scalars: StepScalars,
): Optimizer {
  const { beta1 = 0.9, beta2 = 0.999, epsilon = 1e-7 } = options;
  const biasCorrection = (beta: number) =>
    graph.op('Sub', [graph.scalar(1), graph.op('Pow', [graph.scalar(beta), scalars.step()])]);
  return {
    move(gradient, slots) {
      const mean = decayingMean(graph, slots, 'mean', gradient, beta1);
      const square = decayingMean(graph, slots, 'square', graph.op('Mul', [gradient, gradient]), beta2);
      const deviation = graph.op('Add', [graph.op('Sqrt', [square]), graph.scalar(epsilon)]);
      const correction = graph.op('Div', [graph.op('Sqrt', [biasCorrection(beta2)]), biasCorrection(beta1)]);
      const rate = graph.op('Mul', [scalars.learningRate(), correction]);
      return graph.op('Mul', [graph.op('Div', [mean, deviation]), rate]);
    },
  };
}
