import {
  boolean,
  type Check,
  checkFields,
  type FieldChecks,
  integerFrom,
  invalidOption,
  listOf,
  notNegative,
  oneOf,
  optional,
  positive,
  requireNumber,
} from '@ser/core';
import type {
  CosineDecay,
  ExponentialDecay,
  LearningRateSchedule,
  PiecewiseConstantDecay,
} from './learningRateSchedule.js';

const option = 'learningRateSchedule';

const upToOne: Check = (value, path) => requireNumber(path, value, { min: 0, max: 1 });

const exponentialChecks: FieldChecks<ExponentialDecay> = {
  name: oneOf(['exponential']),
  decaySteps: positive,
  decayRate: positive,
  staircase: optional(boolean),
};

const cosineChecks: FieldChecks<CosineDecay> = {
  name: oneOf(['cosine']),
  decaySteps: positive,
  alpha: optional(upToOne),
  warmupSteps: optional(integerFrom(0)),
};

const piecewiseChecks: FieldChecks<PiecewiseConstantDecay> = {
  name: oneOf(['piecewise']),
  boundaries: ascendingIntegers,
  values: listOf(notNegative),
};

/** @throws {SerError} `invalid-option` that names the field, such as `learningRateSchedule.decaySteps` */
export function checkLearningRateSchedule(schedule: LearningRateSchedule): void {
  oneOf(['exponential', 'cosine', 'piecewise'])(schedule.name, `${option}.name`);
  switch (schedule.name) {
    case 'exponential':
      return checkFields(schedule, option, exponentialChecks);
    case 'cosine':
      return checkFields(schedule, option, cosineChecks);
    case 'piecewise':
      return checkPiecewise(schedule);
  }
}

function checkPiecewise(schedule: PiecewiseConstantDecay): void {
  checkFields(schedule, option, piecewiseChecks);
  const nValues = schedule.boundaries.length + 1;
  if (schedule.values.length === nValues) return;
  throw invalidOption(
    `${option}.values`,
    `${nValues} numbers, one more than \`boundaries\``,
    schedule.values,
  );
}

function ascendingIntegers(value: unknown, path: string): void {
  const steps: readonly unknown[] = Array.isArray(value) ? value : [];
  const ascend = steps.every(
    (step, i) => Number.isInteger(step) && (step as number) > ((steps[i - 1] as number | undefined) ?? -1),
  );
  if (!ascend || steps.length === 0) {
    throw invalidOption(path, 'ascending integers of at least 0, one or more', value);
  }
}
