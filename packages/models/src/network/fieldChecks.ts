import { ModelError } from '../errors.js';

/** Looks at the value of a field, and refuses a wrong one by the field's path. */
export type Check = (value: unknown, path: string) => void;

/** A check for every field of a description: the compiler refuses a table that lacks one. */
export type FieldChecks<Description> = { readonly [Field in keyof Description]-?: Check };

/**
 * Checks an object of JSON field by field; unknown fields are refused.
 *
 * @param path what the object is called in messages
 * @throws {ModelError} `invalid-network` that names the field, what it must be and what it is
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
    throw new ModelError(
      'invalid-network',
      `Unknown option \`${path}.${unknown}\`. Known: ${known.join(', ')}.`,
    );
  }
  for (const [field, check] of Object.entries<Check>(checks)) check(fields[field], `${path}.${field}`);
}

/** An object of JSON, its fields unchecked. */
export function record(value: unknown, path: string): Readonly<Record<string, unknown>> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    return value as Readonly<Record<string, unknown>>;
  }
  throw invalid(path, 'an object', value);
}

export function optional(check: Check): Check {
  return (value, path) => {
    if (value !== undefined) check(value, path);
  };
}

export function objectOf<Description>(checks: FieldChecks<Description>): Check {
  return (value, path) => checkFields(value, path, checks);
}

export function listOf(check: Check): Check {
  return (value, path) => {
    if (!Array.isArray(value)) throw invalid(path, 'an array', value);
    value.forEach((element, i) => check(element, `${path}[${i}]`));
  };
}

/** @param what an element, as messages call it */
export function nonEmptyListOf(check: Check, what: string): Check {
  const list = listOf(check);
  return (value, path) => {
    list(value, path);
    if ((value as readonly unknown[]).length === 0) throw invalid(path, `at least one ${what}`, value);
  };
}

export function oneOf(choices: readonly unknown[]): Check {
  return (value, path) => {
    if (!choices.includes(value)) throw invalid(path, `one of ${choices.map(shown).join(', ')}`, value);
  };
}

export const boolean: Check = oneOf([true, false]);

export const positiveInteger: Check = (value, path) => {
  if (!isPositiveInteger(value)) throw invalid(path, 'an integer >= 1', value);
};

/** A size for both axes, or one for each. */
export const sizeOrPair: Check = (value, path) => {
  const sizes: readonly unknown[] = Array.isArray(value) && value.length === 2 ? value : [value];
  if (sizes.every(isPositiveInteger)) return;
  throw invalid(path, 'an integer >= 1, or two of them as [frames, features]', value);
};

export const share: Check = (value, path) => {
  if (typeof value !== 'number' || !(value >= 0 && value < 1))
    throw invalid(path, 'a number in [0, 1)', value);
};

export const notNegative: Check = (value, path) => {
  if (typeof value !== 'number' || !(value >= 0 && value < Infinity))
    throw invalid(path, 'a number >= 0', value);
};

export function invalid(path: string, requirement: string, value: unknown): ModelError {
  return new ModelError(
    'invalid-network',
    `Expected \`${path}\` to be ${requirement}, got \`${shown(value)}\`.`,
  );
}

function isPositiveInteger(value: unknown): boolean {
  return Number.isInteger(value) && (value as number) >= 1;
}

function shown(value: unknown): string {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' ? `'${value}'` : (JSON.stringify(value) ?? 'undefined');
}
