import { ExperimentError } from '../errors.js';

/** @throws {SerError} `invalid-option` unless the value of an option is a whole number of at least 1 */
export function atLeastOne(option: string, value: number): number {
  if (Number.isSafeInteger(value) && value >= 1) return value;
  throw new ExperimentError(
    'invalid-option',
    `\`${option}\` must be a whole number of at least 1, got \`${value}\`.`,
  );
}
