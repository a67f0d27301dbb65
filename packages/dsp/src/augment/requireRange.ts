import { DspError } from '../errors.js';
import { shown } from '../options/requireFields.js';
import { requireNumber, type Bounds } from '../options/requireLength.js';

/** @throws {SerError} `invalid-option` unless `value` is a number within the bounds, or two of them, the lower first */
export function requireRange(name: string, value: unknown, bounds: Bounds): void {
  const ends: readonly unknown[] = Array.isArray(value) ? value : [value, value];
  const isOrdered = ends.length === 2 && !((ends[0] as number) > (ends[1] as number));
  if (!isOrdered) {
    throw new DspError(
      'invalid-option',
      `Expected \`${name}\` to be a number or [low, high] in this order, got ${shown(value)}.`,
    );
  }
  for (const end of ends) requireNumber(name, end, bounds);
}
