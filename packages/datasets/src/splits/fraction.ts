import { DatasetError } from '../errors.js';

/** How many of `count` items a share is: at least one, for a share above 0. */
export function shareOf(count: number, fraction: number): number {
  return fraction === 0 ? 0 : Math.max(1, Math.round(fraction * count));
}

/** @throws {SerError} `invalid-option` unless the fraction is above 0 and below 1 */
export function requireTestFraction(fraction: number): number {
  if (fraction > 0 && fraction < 1) return fraction;
  throw new DatasetError(
    'invalid-option',
    `Expected \`testFraction\` to be above 0 and below 1, got \`${fraction}\`.`,
  );
}

/** @throws {SerError} `invalid-option` unless the fraction is at least 0 and below 1 */
export function requireValidationFraction(fraction: number): number {
  if (fraction >= 0 && fraction < 1) return fraction;
  throw new DatasetError(
    'invalid-option',
    `Expected \`validationFraction\` to be at least 0 and below 1, got \`${fraction}\`.`,
  );
}
