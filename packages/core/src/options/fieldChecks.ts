import { SerError } from '../serError.js';
import { invalidOption } from './requireOption.js';
import { shown } from './shown.js';

/** Checks the value of a field and names a wrong one by the field's path. @throws {SerError} `invalid-option` */
export type Check = (value: unknown, path: string) => void;

/** A check for every field of a description: the compiler rejects a table that lacks one. */
export type FieldChecks<Description> = { readonly [Field in keyof Description]-?: Check };

/**
 * Checks an object of JSON field by field; unknown fields are rejected.
 *
 * @param path the name of the object in messages
 * @throws {SerError} `invalid-option`, with the field, what it must be and what it is
 */
export function checkFields<Description>(
  value: unknown,
  path: string,
  checks: FieldChecks<Description>,
): asserts value is Description {
  const fields = record(value, path);
  const known = Object.keys(checks);
  const unknown = Object.keys(fields).find((field) => !known.includes(field));
  if (unknown !== undefined) {
    const message = `\`${path}.${unknown}\` is not an option. Use one of ${known.join(', ')}.`;
    throw new SerError('invalid-option', message);
  }
  for (const [field, check] of Object.entries<Check>(checks)) check(fields[field], `${path}.${field}`);
}

/** An object of JSON, its fields unchecked. @throws {SerError} `invalid-option` */
export function record(value: unknown, path: string): Readonly<Record<string, unknown>> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    return value as Readonly<Record<string, unknown>>;
  }
  throw invalidOption(path, 'an object', value);
}

/** The same check for a field that may be missing. */
export function optional(check: Check): Check {
  return (value, path) => {
    if (value !== undefined) check(value, path);
  };
}

/** An object with these fields. */
export function objectOf<Description>(checks: FieldChecks<Description>): Check {
  return (value, path) => checkFields(value, path, checks);
}

/** An array, possibly empty. */
export function listOf(check: Check): Check {
  return (value, path) => {
    if (!Array.isArray(value)) throw invalidOption(path, 'an array', value);
    value.forEach((element, i) => check(element, `${path}[${i}]`));
  };
}

/** An array with at least one element. @param what an element, as messages call it */
export function nonEmptyListOf(check: Check, what: string): Check {
  const list = listOf(check);
  return (value, path) => {
    list(value, path);
    if ((value as readonly unknown[]).length === 0) throw invalidOption(path, `at least one ${what}`, value);
  };
}

/** One of these values. */
export function oneOf(choices: readonly unknown[]): Check {
  return (value, path) => {
    if (!choices.includes(value)) throw invalidOption(path, `one of ${choices.map(shown).join(', ')}`, value);
  };
}

/** true or false */
export const boolean: Check = oneOf([true, false]);

/** The largest size or count in a description. Larger ones would take all memory, or years. */
const largest = 2 ** 20;

/** An integer from `least` to 2^20. */
export function integerFrom(least: number): Check {
  return (value, path) => {
    if (!Number.isInteger(value) || (value as number) < least || (value as number) > largest) {
      throw invalidOption(path, `an integer from ${least} to ${largest}`, value);
    }
  };
}

/** An integer from 1 to 2^20. */
export const positiveInteger: Check = integerFrom(1);

/** A finite number above 0. */
export const positive: Check = (value, path) => {
  if (!isNumber(value) || value <= 0) throw invalidOption(path, 'a finite number above 0', value);
};

/** A size for both axes, or one for each. */
export const sizeOrPair: Check = (value, path) => {
  const sizes: readonly unknown[] = Array.isArray(value) && value.length === 2 ? value : [value];
  if (sizes.every((size) => Number.isInteger(size) && (size as number) >= 1 && (size as number) <= largest)) {
    return;
  }
  throw invalidOption(path, `an integer from 1 to ${largest}, or two of them as [frames, features]`, value);
};

/** A number of at least 0 and below 1. */
export const share: Check = (value, path) => {
  if (!isNumber(value) || value < 0 || value >= 1) throw invalidOption(path, 'a number in [0, 1)', value);
};

/** A finite number of at least 0. */
export const notNegative: Check = (value, path) => {
  if (!isNumber(value) || value < 0) throw invalidOption(path, 'a finite number at least 0', value);
};

function isNumber(value: unknown): value is number {
  return Number.isFinite(value);
}
