import { invalidOption } from '@ser/core';
import type { ClassProfile } from '../scores/classProfile.js';

/**
 * Checks a class profile read from JSON.
 *
 * @throws {SerError} `invalid-option` unless it has a row of finite numbers for each label
 */
export function parseClassProfile(json: unknown, nLabels: number): ClassProfile {
  const isRow = (row: unknown) =>
    Array.isArray(row) && row.length === nLabels && row.every((value) => Number.isFinite(value));
  if (Array.isArray(json) && json.length === nLabels && json.every(isRow)) return json as ClassProfile;
  throw invalidOption('classProfile', `${nLabels} rows of ${nLabels} numbers, one for each label`, json);
}
