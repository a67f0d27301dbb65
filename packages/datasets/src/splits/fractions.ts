import { requireInteger, requireNumber } from '@ser/core';

/** A fraction of `count` items: at least one for a fraction above 0. */
export function shareOf(count: number, fraction: number): number {
  return fraction === 0 ? 0 : Math.max(1, Math.round(fraction * count));
}

/** @throws {SerError} `invalid-option` unless the fraction is above 0 and below 1 */
export function requireTestFraction(fraction: number): number {
  requireNumber('testFraction', fraction, { above: 0, below: 1 });
  return fraction;
}

/** @throws {SerError} `invalid-option` unless the fraction is at least 0 and below 1 */
export function requireValidationFraction(fraction: number): number {
  requireNumber('validationFraction', fraction, { min: 0, below: 1 });
  return fraction;
}

/** @throws {SerError} `invalid-option` unless the number of folds is an integer from 2 to 1000 */
export function requireFoldCount(folds: number): number {
  requireInteger('folds', folds, { min: 2, max: 1000 });
  return folds;
}

/** `11.1%` */
export function percent(fraction: number): string {
  return `${Math.round(fraction * 1000) / 10}%`;
}
