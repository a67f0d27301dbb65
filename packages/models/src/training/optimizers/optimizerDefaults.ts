import type { OptimizerDescription, OptimizerName } from './optimizerDescription.js';

/** Learning rates of Keras. */
const learningRates: Readonly<Record<OptimizerName, number>> = {
  adam: 1e-3,
  adamW: 1e-3,
  sgd: 1e-2,
  rmsprop: 1e-3,
};

/** The learning rate of an optimizer. */
export function learningRateOf({ name, learningRate }: OptimizerDescription): number {
  return learningRate ?? learningRates[name];
}

/** The share of each weight, times the learning rate, that an optimizer subtracts at each step. */
export function weightDecayOf({ name, weightDecay }: OptimizerDescription): number {
  return weightDecay ?? (name === 'adamW' ? 0.004 : 0);
}
