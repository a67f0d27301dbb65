import { invalidOption, requireInteger } from '@ser/core';

/** @throws {SerError} `invalid-option` unless `value` is an odd integer from `min` to `max` */
export function requireOdd(name: string, value: number, { min, max }: { min: number; max: number }): void {
  requireInteger(name, value, { min, max });
  if (value % 2 === 1) return;
  throw invalidOption(name, 'an odd integer', value, `Use ${value + 1 > max ? value - 1 : value + 1}.`);
}
