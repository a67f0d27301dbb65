import { invalidOption, notNegative, requireInteger, requireNumber, requireSeed, share } from '@ser/core';
import { checkCallbacks } from './callbacks/checkCallbacks.js';
import { checkLearningRateSchedule } from './checkLearningRateSchedule.js';
import { checkOptimizer } from './optimizers/checkOptimizer.js';
import type { TrainingOptions } from './trainingOptions.js';

/** @throws {SerError} `invalid-option` that names the option, its requirement, and its value */
export function checkTrainingOptions(options: TrainingOptions, nClasses: number): void {
  const { optimizer, learningRateSchedule, labelSmoothing, mixup } = options;
  const counts = {
    epochs: options.epochs,
    batchSize: options.batchSize,
    'checkpoint.everyEpochs': options.checkpoint?.everyEpochs,
  };
  requireSeed(options.seed);
  for (const [name, count] of Object.entries(counts)) {
    if (count !== undefined) requireInteger(name, count, { min: 1, max: 2 ** 20 });
  }
  if (optimizer) checkOptimizer(optimizer);
  if (learningRateSchedule) checkLearningRateSchedule(learningRateSchedule);
  checkCallbacks(options);
  checkClassWeights(options, nClasses);
  if (labelSmoothing !== undefined) share(labelSmoothing, 'labelSmoothing');
  if (mixup) requireNumber('mixup.alpha', mixup.alpha, { above: 0 });
}

function checkClassWeights({ classWeights }: TrainingOptions, nClasses: number): void {
  if (classWeights === undefined || classWeights === 'balanced') return;
  if (!Array.isArray(classWeights) || classWeights.length !== nClasses) {
    throw invalidOption('classWeights', `'balanced' or ${nClasses} numbers, one per class`, classWeights);
  }
  classWeights.forEach((weight, label) => notNegative(weight, `classWeights[${label}]`));
}
