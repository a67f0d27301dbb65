import { DatasetError } from '../errors.js';

/**
 * The id of an altered copy of a clip, as augmentation makes them: `ravdess/03-…-01#0`.
 *
 * @param variant which of the copies, from 0
 * @throws {SerError} `invalid-option` when `variant` is not a whole number from 0
 */
export function copyId(id: string, variant: number): string {
  if (Number.isInteger(variant) && variant >= 0) return `${id}#${variant}`;
  throw new DatasetError(
    'invalid-option',
    `Expected \`variant\` to be a whole number >= 0, got \`${variant}\`.`,
  );
}

/**
 * The id of the clip that a copy was made of, also through other copies; an id that is no copy's is its own source.
 *
 * @example
 * sourceOf('ravdess/03-01-05-01-01-01-01#2'); // 'ravdess/03-01-05-01-01-01-01'
 */
export function sourceOf(id: string): string {
  return id.replace(/(#\d+)+$/, '');
}
