import { type Bounds, invalidOption, requireNumber } from '@ser/core';

/** @throws {SerError} `invalid-option` unless `value` is a number within the bounds, or `[low, high]` within them */
export function requireRange(name: string, value: unknown, bounds: Bounds): void {
  const ends: readonly unknown[] = Array.isArray(value) ? value : [value, value];
  const isOrdered = ends.length === 2 && !((ends[0] as number) > (ends[1] as number));
  if (!isOrdered) throw invalidOption(name, 'a number or [low, high] with low at most high', value);
  for (const end of ends) requireNumber(name, end, bounds);
}
