import { record } from '@ser/core';
import { DspError } from '../errors.js';

/** The fields of a JSON object, not checked yet. */
export type Fields = Readonly<Record<string, unknown>>;

/**
 * Checks that a value is an object with known fields only.
 *
 * @param name what messages call the object
 * @throws {SerError} `invalid-option`
 */
export function requireFields(name: string, value: unknown, known: readonly string[]): Fields {
  const fields = record(value, name);
  const unknown = Object.keys(fields).find((field) => !known.includes(field));
  if (unknown === undefined) return fields;
  throw new DspError(
    'invalid-option',
    `\`${name}.${unknown}\` is not an option. Use one of ${known.join(', ')}.`,
  );
}
