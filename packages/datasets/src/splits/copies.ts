import { requireInteger } from '@ser/core';

/**
 * The id of an augmented copy of a clip: `ravdess/03-…-01#0`. `checkSplit` recognizes copies by it.
 *
 * @param variant number of the copy, from 0
 * @throws {SerError} `invalid-option` if `variant` is not an integer of at least 0
 *
 * @example
 * copyId('ravdess/03-01-05-01-01-01-01', 2); // 'ravdess/03-01-05-01-01-01-01#2'
 */
export function copyId(id: string, variant: number): string {
  requireInteger('variant', variant, { min: 0 });
  return `${id}#${variant}`;
}

/**
 * The id of the clip that a copy was made from, also for a copy of a copy. The id of an original is returned unchanged.
 *
 * @example
 * sourceOf('ravdess/03-01-05-01-01-01-01#2'); // 'ravdess/03-01-05-01-01-01-01'
 */
export function sourceOf(id: string): string {
  return id.replace(/(#\d+)+$/, '');
}
