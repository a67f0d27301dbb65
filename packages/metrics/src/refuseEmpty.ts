import { MetricsError } from './errors.js';
import type { Outcome } from './types.js';

/** A score of no items would be 0 / 0: it is refused instead of being quoted. */
export function refuseEmpty(outcome: Outcome): void {
  if (outcome.actual.length === 0) {
    throw new MetricsError('no-items', '`actual` holds no items, so there is nothing to score.');
  }
}
