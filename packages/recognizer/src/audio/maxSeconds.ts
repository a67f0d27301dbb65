import { requireNumber } from '@ser/core';

/** Longest audio for one prediction, in seconds: longer audio would need hundreds of megabytes. */
export const defaultMaxSeconds = 600;

/** @throws {SerError} `invalid-option` */
export function requireMaxSeconds(maxSeconds: number): void {
  if (maxSeconds !== Infinity) requireNumber('maxSeconds', maxSeconds, { above: 0 });
}
