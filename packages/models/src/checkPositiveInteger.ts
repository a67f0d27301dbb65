import { ModelError } from './errors.js';

/** @throws {SerError} `invalid-option` that names the option */
export function checkPositiveInteger(option: string, value: number): void {
  if (Number.isInteger(value) && value >= 1) return;
  throw new ModelError('invalid-option', `Expected \`${option}\` to be an integer >= 1, got \`${value}\`.`);
}
