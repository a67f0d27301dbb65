import type { GraphBuilder } from '../../graph/graphBuilder.js';
import { adam } from './adam.js';
import { adamW } from './adamW.js';
import type { Optimizer, StepScalars } from './optimizer.js';
import type { OptimizerDescription } from './optimizerDescription.js';
import { rmsprop } from './rmsprop.js';
import { sgd } from './sgd.js';
import { withWeightDecay } from './withWeightDecay.js';

/**
 * The optimizer of a description. Arithmetic and defaults are those of Keras.
 *
 * @see https://github.com/keras-team/keras/tree/master/keras/src/optimizers
 */
export function optimizerOf(
  description: OptimizerDescription,
  graph: GraphBuilder,
  scalars: StepScalars,
): Optimizer {
  switch (description.name) {
    case 'sgd':
      return withWeightDecay(sgd(description, graph, scalars), description.weightDecay ?? 0, graph, scalars);
    case 'adam':
      return adam(description, graph, scalars);
    case 'adamW':
      return adamW(description, graph, scalars);
    case 'rmsprop':
      return withWeightDecay(
        rmsprop(description, graph, scalars),
        description.weightDecay ?? 0,
        graph,
        scalars,
      );
  }
}
