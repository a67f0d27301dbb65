import '@tensorflow/tfjs-backend-cpu';
import { describe, it } from 'vitest';
import type { OptimizerDescription } from '../../../src/training/optimizers/optimizerDescription.js';
import {
  adam,
  decayed,
  descent,
  type ElementStep,
  expectWeights,
  momentum,
  referenceSteps,
  rmsprop,
  train,
} from '../optimizerReference.js';

describe('optimizerOf takes the steps of Keras', () => {
  it.each<[string, OptimizerDescription, ElementStep]>([
    ['SGD', { name: 'sgd' }, descent],
    ['SGD with momentum', { name: 'sgd', momentum: 0.8 }, momentum(0.8, false)],
    ['SGD with Nesterov momentum', { name: 'sgd', momentum: 0.8, nesterov: true }, momentum(0.8, true)],
    ['Adam', { name: 'adam' }, adam(0.9, 0.999, 1e-7)],
    ['Adam, all set', { name: 'adam', beta1: 0.8, beta2: 0.9, epsilon: 0.1 }, adam(0.8, 0.9, 0.1)],
    ['AdamW', { name: 'adamW' }, adam(0.9, 0.999, 1e-7, 0.004)],
    ['AdamW, decay 0.1', { name: 'adamW', weightDecay: 0.1 }, adam(0.9, 0.999, 1e-7, 0.1)],
    ['SGD, decay 0.1', { name: 'sgd', weightDecay: 0.1 }, decayed(descent, 0.1)],
    ['RMSprop', { name: 'rmsprop' }, rmsprop(0.9, 0, 1e-7, false)],
    ['RMSprop, decay 0.1', { name: 'rmsprop', weightDecay: 0.1 }, decayed(rmsprop(0.9, 0, 1e-7, false), 0.1)],
    [
      'RMSprop, centered, with momentum',
      { name: 'rmsprop', rho: 0.8, momentum: 0.5, epsilon: 0.01, centered: true },
      rmsprop(0.8, 0.5, 0.01, true),
    ],
  ])('%s', async (_what, description, step) => {
    expectWeights(await train(description), referenceSteps(step));
  });
});
