import type {
  CosineDecay,
  ExponentialDecay,
  LearningRateSchedule,
  PiecewiseConstantDecay,
} from './learningRateSchedule.js';
import {
  checkCount,
  checkNotNegative,
  checkNumber,
  checkOneOf,
  checkPositive,
  invalidOption,
} from './optionChecks.js';

const option = 'learningRateSchedule';

/** @throws {SerError} `invalid-option` that names the option, such as `learningRateSchedule.decaySteps` */
export function checkLearningRateSchedule(schedule: LearningRateSchedule): void {
  checkOneOf(`${option}.name`, schedule.name, ['exponential', 'cosine', 'piecewise']);
  switch (schedule.name) {
    case 'exponential':
      return checkExponential(schedule);
    case 'cosine':
      return checkCosine(schedule);
    case 'piecewise':
      return checkPiecewise(schedule);
  }
}

function checkExponential({ decaySteps, decayRate }: ExponentialDecay): void {
  checkGiven('decaySteps', decaySteps);
  checkGiven('decayRate', decayRate);
}

function checkCosine({ decaySteps, alpha, warmupSteps }: CosineDecay): void {
  checkGiven('decaySteps', decaySteps);
  checkNumber(`${option}.alpha`, alpha, 'a number in [0, 1]', (share) => share >= 0 && share <= 1);
  checkCount(`${option}.warmupSteps`, warmupSteps);
}

function checkPiecewise({ boundaries, values }: PiecewiseConstantDecay): void {
  const rising = boundaries.every(
    (step, i) => Number.isInteger(step) && step >= 0 && step > (boundaries[i - 1] ?? -1),
  );
  if (!rising || boundaries.length === 0) {
    throw invalidOption(`${option}.boundaries`, 'rising integers >= 0, at least one', boundaries);
  }
  if (values.length !== boundaries.length + 1) {
    throw invalidOption(
      `${option}.values`,
      `${boundaries.length + 1} numbers, one more than \`boundaries\``,
      values,
    );
  }
  values.forEach((value, i) => checkNotNegative(`${option}.values[${i}]`, value));
}

function checkGiven(name: string, value: number | undefined): void {
  if (value === undefined) throw invalidOption(`${option}.${name}`, 'a number > 0', value);
  checkPositive(`${option}.${name}`, value);
}
