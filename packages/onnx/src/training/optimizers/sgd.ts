import type { GraphBuilder } from '../../graph/graphBuilder.js';
import { scaled } from './decayingMean.js';
import type { Optimizer, StepScalars } from './optimizer.js';
import type { SgdDescription } from './optimizerDescription.js';

/** Moves along the gradient and keeps a share of the last move. */
export function sgd(options: SgdDescription, graph: GraphBuilder, scalars: StepScalars): Optimizer {
  const { momentum = 0, nesterov = false } = options;
  return {
    move(gradient, slots) {
      const step = graph.op('Mul', [gradient, scalars.learningRate()]);
      if (momentum === 0) return step;
      const velocity = graph.op('Add', [scaled(graph, slots.read('momentum'), momentum), step]);
      slots.write('momentum', velocity);
      return nesterov ? graph.op('Add', [scaled(graph, velocity, momentum), step]) : velocity;
    },
  };
}
