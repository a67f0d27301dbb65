import { invalidOption, requireNumber, requireOneOf } from '@ser/core';
import { losses } from './losses.js';
import type { OptimizerDescription } from './optimizers/optimizerDescription.js';
import type { TrainingGraphOptions } from './trainingOptions.js';

/** @throws {SerError} `invalid-option` */
export function checkTrainingOptions(options: TrainingGraphOptions): void {
  const { loss, labelSmoothing = 0, metrics = [] } = options;
  requireOneOf('loss', loss, Object.keys(losses));
  requireNumber('labelSmoothing', labelSmoothing, { min: 0, below: 1 });
  for (const metric of metrics) requireOneOf('metrics', metric, ['accuracy']);
  if (loss === 'meanSquaredError') {
    const fix = 'Remove it, or use a cross-entropy.';
    if (labelSmoothing > 0)
      throw invalidOption('labelSmoothing', '0 with meanSquaredError', labelSmoothing, fix);
    if (metrics.length > 0) throw invalidOption('metrics', 'empty with meanSquaredError', metrics, fix);
  }
  checkOptimizer(options.optimizer);
}

const shares = ['momentum', 'beta1', 'beta2', 'rho'];
const clippings = ['clipValue', 'clipNorm', 'globalClipNorm'];

function checkOptimizer(optimizer: OptimizerDescription): void {
  requireOneOf('optimizer.name', optimizer.name, ['sgd', 'adam', 'adamW', 'rmsprop']);
  const given = Object.entries(optimizer).filter(([, value]) => value !== undefined);
  for (const [name, value] of given) {
    if (shares.includes(name)) requireNumber(`optimizer.${name}`, value, { min: 0, below: 1 });
    if (name === 'weightDecay') requireNumber(`optimizer.${name}`, value, { min: 0 });
    if (name === 'epsilon' || clippings.includes(name)) {
      requireNumber(`optimizer.${name}`, value, { above: 0 });
    }
  }
  const clipping = given.map(([name]) => name).filter((name) => clippings.includes(name));
  if (clipping.length > 1) {
    throw invalidOption('optimizer', `given at most one of ${clippings.join(', ')}`, clipping, 'Choose one.');
  }
}
