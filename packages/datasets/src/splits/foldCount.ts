import { DatasetError } from '../errors.js';

/** @throws {SerError} `invalid-option` unless the number of folds is an integer from 2 */
export function requireFoldCount(folds: number): number {
  if (Number.isInteger(folds) && folds >= 2) return folds;
  throw new DatasetError('invalid-option', `Expected \`folds\` to be an integer >= 2, got \`${folds}\`.`);
}
