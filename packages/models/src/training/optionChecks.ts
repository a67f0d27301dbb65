import { ModelError } from '../errors.js';

/** The error of an option: its name, what it has to be, and what came. */
export function invalidOption(option: string, requirement: string, value: unknown): ModelError {
  const shown = typeof value === 'object' ? JSON.stringify(value) : String(value);
  return new ModelError('invalid-option', `Expected \`${option}\` to be ${requirement}, got \`${shown}\`.`);
}

/**
 * Checks a number that may be left out.
 *
 * @throws {SerError} `invalid-option`
 */
export function checkNumber(
  option: string,
  value: number | undefined,
  requirement: string,
  holds: (value: number) => boolean,
): void {
  if (value === undefined || (Number.isFinite(value) && holds(value))) return;
  throw invalidOption(option, requirement, value);
}

/** @throws {SerError} `invalid-option` */
export function checkPositive(option: string, value: number | undefined): void {
  checkNumber(option, value, 'a number > 0', (number) => number > 0);
}

/** @throws {SerError} `invalid-option` */
export function checkNotNegative(option: string, value: number | undefined): void {
  checkNumber(option, value, 'a number >= 0', (number) => number >= 0);
}

/** @throws {SerError} `invalid-option` for what is no share in [0, 1) */
export function checkShare(option: string, value: number | undefined): void {
  checkNumber(option, value, 'a number in [0, 1)', (number) => number >= 0 && number < 1);
}

/** @throws {SerError} `invalid-option` */
export function checkCount(option: string, value: number | undefined): void {
  checkNumber(option, value, 'an integer >= 0', (number) => Number.isInteger(number) && number >= 0);
}

/** @throws {SerError} `invalid-option` */
export function checkOneOf(option: string, value: string, known: readonly string[]): void {
  if (known.includes(value)) return;
  throw invalidOption(option, `one of ${known.map((name) => `'${name}'`).join(', ')}`, value);
}
