import { invalidOption } from '@ser/core';

/**
 * The columns of some labels, in the order given.
 *
 * @throws {SerError} `invalid-option` for an unknown or repeated label, or fewer than two
 */
export function columnsOf(labels: readonly string[], chosen: readonly string[]): readonly number[] {
  const isKnown = chosen.every((label) => labels.includes(label));
  if (chosen.length < 2 || !isKnown || new Set(chosen).size < chosen.length) {
    throw invalidOption('restrictTo', `at least two different labels of ${labels.join(', ')}`, chosen);
  }
  return chosen.map((label) => labels.indexOf(label));
}

/**
 * The probabilities of some labels, divided by their sum; equal ones where all are 0.
 *
 * @param all row-major, `[n, nClasses]`
 * @returns row-major, `[n, columns.length]`
 */
export function restrictColumns(
  all: Float32Array,
  nClasses: number,
  columns: readonly number[],
): Float32Array {
  const nRows = all.length / nClasses;
  const restricted = new Float32Array(nRows * columns.length);
  for (let row = 0; row < nRows; row++) {
    const shares = columns.map((column) => all[row * nClasses + column]!);
    const sum = shares.reduce((total, share) => total + share, 0);
    const normalized = shares.map((share) => (sum === 0 ? 1 / columns.length : share / sum));
    restricted.set(normalized, row * columns.length);
  }
  return restricted;
}
