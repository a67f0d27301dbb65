import type { GraphBuilder } from '../../graph/graphBuilder.js';
import { decayingMean, scaled } from './decayingMean.js';
import type { Optimizer, StepScalars } from './optimizer.js';
import type { RmspropDescription } from './optimizerDescription.js';

/**
 * Moves along the gradient, each element divided by its own deviation. As in Keras, epsilon is under the square root.
 *
 * @see https://www.cs.toronto.edu/~tijmen/csc321/slides/lecture_slides_lec6.pdf
 */
export function rmsprop(options: RmspropDescription, graph: GraphBuilder, scalars: StepScalars): Optimizer {
  const { rho = 0.9, momentum = 0, epsilon = 1e-7, centered = false } = options;
  return {
    move(gradient, slots) {
      let square = decayingMean(graph, slots, 'square', graph.op('Mul', [gradient, gradient]), rho);
      if (centered) {
        const mean = decayingMean(graph, slots, 'mean', gradient, rho);
        square = graph.op('Sub', [square, graph.op('Mul', [mean, mean])]);
      }
      const deviation = graph.op('Sqrt', [graph.op('Add', [square, graph.scalar(epsilon)])]);
      const step = graph.op('Mul', [graph.op('Div', [gradient, deviation]), scalars.learningRate()]);
      if (momentum === 0) return step;
      const velocity = graph.op('Add', [scaled(graph, slots.read('momentum'), momentum), step]);
      slots.write('momentum', velocity);
      return velocity;
    },
  };
}
