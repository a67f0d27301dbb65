import type { OptimizerDescription, OptimizerName } from './optimizerDescription.js';

/** Step sizes of Keras. */
const learningRates: Readonly<Record<OptimizerName, number>> = {
  adam: 1e-3,
  adamw: 1e-3,
  sgd: 1e-2,
  rmsprop: 1e-3,
};

/** The step size of an optimizer. */
export function learningRateOf({ name, learningRate }: OptimizerDescription): number {
  return learningRate ?? learningRates[name];
}

/** The share of weights that an optimizer takes off at each step, times the step size. */
export function weightDecayOf({ name, weightDecay }: OptimizerDescription): number {
  return weightDecay ?? (name === 'adamw' ? 0.004 : 0);
}
