import { ModelError } from '../errors.js';
import { Adam } from './adam.js';
import { Sgd } from './sgd.js';
import type { OptimizerDescription } from './trainingOptions.js';

/**
 * A rule that turns gradients into new weights. Its state is plain numbers beside the weights, not tensors:
 * one pass over typed arrays is quicker than a chain of operations on any backend that runs on the processor.
 */
export interface Optimizer {
  /** Begins the next step, with another step size if one is given; `update` follows once for each weight. */
  nextStep(learningRate?: number): void;
  /** Changes one weight in place. `slot` is the weight's place in the list of all, the same at every step. */
  update(slot: number, weights: Float32Array, gradient: Float32Array): void;
}

/** Step sizes of Keras. */
const defaultLearningRates: Readonly<Record<OptimizerDescription['name'], number>> = {
  adam: 1e-3,
  sgd: 1e-2,
};

/** @throws {ModelError} `invalid-option` for an unknown name or a learning rate that is not above 0 */
export function createOptimizer(description: OptimizerDescription): Optimizer {
  const learningRate = learningRateOf(description);
  return description.name === 'adam' ? new Adam({ learningRate }) : new Sgd({ learningRate });
}

/**
 * The step size of an optimizer.
 *
 * @throws {ModelError} `invalid-option` for an unknown name or a learning rate that is not above 0
 */
export function learningRateOf({ name, learningRate }: OptimizerDescription): number {
  const byDefault = defaultLearningRates[name];
  if (byDefault === undefined) {
    throw new ModelError(
      'invalid-option',
      `Expected \`optimizer.name\` to be 'adam' or 'sgd', got \`${String(name)}\`.`,
    );
  }
  if (learningRate !== undefined && !(learningRate > 0 && Number.isFinite(learningRate))) {
    throw new ModelError('invalid-option', `Expected \`learningRate\` to be > 0, got \`${learningRate}\`.`);
  }
  return learningRate ?? byDefault;
}
