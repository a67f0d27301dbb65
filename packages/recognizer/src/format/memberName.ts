import { invalidOption, requireNumber } from '@ser/core';

/** Lower-case words joined by hyphens: a name is also the name of a folder. */
const memberName = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** @throws {SerError} `invalid-option` */
export function requireMemberName(name: unknown, path: string): asserts name is string {
  if (typeof name === 'string' && memberName.test(name)) return;
  throw invalidOption(path, 'lower-case words joined by hyphens', name);
}

/** @throws {SerError} `invalid-option` */
export function requireMemberWeight(weight: unknown, path: string): asserts weight is number {
  requireNumber(path, weight, { above: 0 });
}
