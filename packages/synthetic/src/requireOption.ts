import { SyntheticError } from './errors.js';

/** The smallest and the greatest value that an option may have. */
export type Bounds = readonly [least: number, greatest: number];

export const seedBounds: Bounds = [0, 0x7fffffff];
export const sampleRateBounds: Bounds = [16000, 48000];
export const expressivenessBounds: Bounds = [0, 1.5];

/** Returns `value` when it is a number within the bounds. @throws {SerError} `invalid-option` */
export function requireNumber(name: string, value: number, [least, greatest]: Bounds): number {
  if (value >= least && value <= greatest) return value;
  throw new SyntheticError(
    'invalid-option',
    `Expected \`${name}\` to be from ${least} to ${greatest}, got \`${value}\`.`,
  );
}

/** Returns `value` when it is a whole number within the bounds. @throws {SerError} `invalid-option` */
export function requireInteger(name: string, value: number, bounds: Bounds): number {
  if (Number.isInteger(value)) return requireNumber(name, value, bounds);
  throw new SyntheticError('invalid-option', `Expected \`${name}\` to be a whole number, got \`${value}\`.`);
}
