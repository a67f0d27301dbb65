import { invalidOption } from '@ser/core';

/**
 * Checks a list of names or numbers.
 *
 * @param name what messages call the list
 * @param choices what messages call the known names
 * @throws {SerError} `invalid-option` unless `value` is a list of at least one of `known`, each at most once
 */
export function requireNames(
  name: string,
  value: unknown,
  known: readonly unknown[],
  choices = known.join(', '),
): void {
  const isListOfKnown =
    Array.isArray(value) &&
    value.length > 0 &&
    value.every((entry, i) => known.includes(entry) && value.indexOf(entry) === i);
  if (isListOfKnown) return;
  throw invalidOption(name, `a list of at least one of ${choices}, each at most once`, value);
}
