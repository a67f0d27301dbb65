import { MetricsError } from '../errors.js';
import type { Outcome } from './outcome.js';

/** @throws {SerError} `no-items` for an outcome without items, of which a score would be 0 / 0 */
export function refuseEmpty(outcome: Outcome): void {
  if (outcome.actual.length === 0) {
    throw new MetricsError('no-items', '`actual` is empty; a score needs at least one item.');
  }
}
