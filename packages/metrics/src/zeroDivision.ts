import { MetricsError } from './errors.js';
import type { ZeroDivisionOptions } from './types.js';

/** Divides, with the value that was chosen for a denominator of 0. */
export function ratioWith({
  zeroDivision = 0,
}: ZeroDivisionOptions): (part: number, whole: number) => number {
  if (zeroDivision !== 0 && zeroDivision !== 1 && !Number.isNaN(zeroDivision)) {
    throw new MetricsError(
      'invalid-option',
      `\`zeroDivision\` must be 0, 1 or NaN, got \`${zeroDivision}\`.`,
    );
  }
  return (part, whole) => (whole === 0 ? zeroDivision : part / whole);
}
