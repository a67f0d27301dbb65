import { requireSeed } from '@ser/core';
import { checkPositiveInteger } from '../checkPositiveInteger.js';
import { checkCallbacks } from './callbacks/checkCallbacks.js';
import { checkLearningRateSchedule } from './checkLearningRateSchedule.js';
import { checkOptimizer } from './optimizers/checkOptimizer.js';
import { checkNotNegative, checkPositive, checkShare, invalidOption } from './optionChecks.js';
import type { TrainingOptions } from './trainingOptions.js';

/** @throws {SerError} `invalid-option` that names the option, what it has to be, and what it is */
export function checkTrainingOptions(options: TrainingOptions, nClasses: number): void {
  const { epochs, batchSize, optimizer, learningRateSchedule, labelSmoothing, mixup, checkpoint } = options;
  requireSeed(options.seed);
  if (epochs !== undefined) checkPositiveInteger('epochs', epochs);
  if (batchSize !== undefined) checkPositiveInteger('batchSize', batchSize);
  if (optimizer) checkOptimizer(optimizer);
  if (learningRateSchedule) checkLearningRateSchedule(learningRateSchedule);
  checkCallbacks(options);
  checkClassWeights(options, nClasses);
  checkShare('labelSmoothing', labelSmoothing);
  if (mixup) checkPositive('mixup.alpha', mixup.alpha);
  if (checkpoint?.everyEpochs !== undefined) {
    checkPositiveInteger('checkpoint.everyEpochs', checkpoint.everyEpochs);
  }
}

function checkClassWeights({ classWeights }: TrainingOptions, nClasses: number): void {
  if (classWeights === undefined || classWeights === 'balanced') return;
  if (!Array.isArray(classWeights) || classWeights.length !== nClasses) {
    throw invalidOption(
      'classWeights',
      `'balanced' or ${nClasses} numbers, one for each class`,
      classWeights,
    );
  }
  classWeights.forEach((weight, label) => checkNotNegative(`classWeights[${label}]`, weight));
}
