import {
  boolean,
  type Check,
  checkFields,
  type FieldChecks,
  integerFrom,
  invalidOption,
  notNegative,
  oneOf,
  optional,
  requireNumber,
} from '@ser/core';
import type { TrainingOptions } from '../trainingOptions.js';
import type { EarlyStoppingOptions } from './earlyStopping.js';
import { type Monitor, monitors } from './monitor.js';
import type { ReduceLearningRateOptions } from './reduceLearningRateOnPlateau.js';

const finite: Check = (value, path) => requireNumber(path, value);
const betweenZeroAndOne: Check = (value, path) => requireNumber(path, value, { above: 0, below: 1 });

const earlyStoppingChecks: FieldChecks<EarlyStoppingOptions> = {
  monitor: optional(oneOf(monitors)),
  minDelta: optional(notNegative),
  patience: optional(integerFrom(0)),
  restoreBestWeights: optional(boolean),
  baseline: optional(finite),
  startFromEpoch: optional(integerFrom(0)),
};

const plateauChecks: FieldChecks<ReduceLearningRateOptions> = {
  monitor: optional(oneOf(monitors)),
  factor: optional(betweenZeroAndOne),
  patience: optional(integerFrom(0)),
  minDelta: optional(notNegative),
  cooldown: optional(integerFrom(0)),
  minLearningRate: optional(notNegative),
};

/** @throws {SerError} `invalid-option` that names the field, such as `earlyStopping.patience` */
export function checkCallbacks({
  earlyStopping,
  reduceLearningRateOnPlateau: plateau,
  learningRateSchedule,
  validation,
}: TrainingOptions): void {
  const hasValidation = validation !== undefined;
  if (earlyStopping) {
    checkFields(earlyStopping, 'earlyStopping', earlyStoppingChecks);
    checkMonitor('earlyStopping', earlyStopping.monitor, hasValidation);
  }
  if (!plateau) return;
  checkFields(plateau, 'reduceLearningRateOnPlateau', plateauChecks);
  checkMonitor('reduceLearningRateOnPlateau', plateau.monitor, hasValidation);
  if (!learningRateSchedule) return;
  throw invalidOption(
    'reduceLearningRateOnPlateau',
    'absent with a `learningRateSchedule`',
    plateau,
    'Choose one of the two.',
  );
}

function checkMonitor(callback: string, monitor: Monitor = 'validationLoss', hasValidation: boolean): void {
  if (hasValidation || !monitor.startsWith('validation')) return;
  throw invalidOption(
    `${callback}.monitor`,
    `one of 'loss', 'accuracy', 'uar', 'f1' without \`validation\` examples`,
    monitor,
    'Pass `validation`, or monitor a training score.',
  );
}
