import { requireNumber } from '@ser/core';
import { ChartError } from '../errors.js';

/** @throws {SerError} `invalid-option` unless `value` is in `[0, 1]` or undefined */
export function requireShare(name: string, value: number | undefined): void {
  if (value !== undefined) requireNumber(name, value, { min: 0, max: 1 });
}

/** @throws {SerError} `no-items` for an empty list */
export function requireEntries(name: string, entries: ArrayLike<unknown>): void {
  if (entries.length > 0) return;
  throw new ChartError('no-items', `\`${name}\` must have at least one entry; got none.`);
}
