import { checkCount, checkNotNegative, checkNumber, checkOneOf, invalidOption } from '../optionChecks.js';
import type { TrainingOptions } from '../trainingOptions.js';
import type { EarlyStoppingOptions } from './earlyStopping.js';
import { type Monitor, monitors } from './monitor.js';
import type { ReduceLearningRateOptions } from './reduceLearningRateOnPlateau.js';

/** @throws {SerError} `invalid-option` that names the option, such as `earlyStopping.patience` */
export function checkCallbacks({
  earlyStopping,
  reduceLearningRateOnPlateau,
  learningRateSchedule,
  validation,
}: TrainingOptions): void {
  if (earlyStopping) {
    checkEarlyStopping(earlyStopping);
    checkMonitor('earlyStopping', earlyStopping.monitor, validation !== undefined);
  }
  if (!reduceLearningRateOnPlateau) return;
  checkPlateau(reduceLearningRateOnPlateau);
  checkMonitor('reduceLearningRateOnPlateau', reduceLearningRateOnPlateau.monitor, validation !== undefined);
  if (learningRateSchedule) {
    throw invalidOption(
      'reduceLearningRateOnPlateau',
      'left out with a `learningRateSchedule`, which alone decides the step size',
      reduceLearningRateOnPlateau,
    );
  }
}

function checkEarlyStopping({ minDelta, patience, baseline, startFromEpoch }: EarlyStoppingOptions): void {
  checkNotNegative('earlyStopping.minDelta', minDelta);
  checkCount('earlyStopping.patience', patience);
  checkNumber('earlyStopping.baseline', baseline, 'a finite number', () => true);
  checkCount('earlyStopping.startFromEpoch', startFromEpoch);
}

function checkPlateau(options: ReduceLearningRateOptions): void {
  const name = (option: keyof ReduceLearningRateOptions) => `reduceLearningRateOnPlateau.${option}`;
  checkNumber(name('factor'), options.factor, 'a number in (0, 1)', (factor) => factor > 0 && factor < 1);
  checkCount(name('patience'), options.patience);
  checkNotNegative(name('minDelta'), options.minDelta);
  checkCount(name('cooldown'), options.cooldown);
  checkNotNegative(name('minLearningRate'), options.minLearningRate);
}

function checkMonitor(callback: string, monitor: Monitor = 'validationLoss', validates: boolean): void {
  checkOneOf(`${callback}.monitor`, monitor, monitors);
  if (validates || !monitor.startsWith('validation')) return;
  throw invalidOption(
    `${callback}.monitor`,
    `a figure of training ('loss', 'accuracy', 'uar', 'f1') where there are no \`validation\` examples`,
    monitor,
  );
}
