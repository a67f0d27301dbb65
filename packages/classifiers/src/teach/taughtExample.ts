import { requireInteger } from '@ser/core';
import { ClassifierError } from '../errors.js';

/** An example whose class the user knows. */
export interface TaughtExample {
  /** Names the example, to forget it later; an example with the same id is replaced. */
  readonly id: string;
  /** The normalized features that the general classifier takes. */
  readonly row: Float32Array;
  /** The general classifier's score of each class: the logarithm of its probability, up to a constant. */
  readonly scores: ArrayLike<number>;
  /** The class, from 0. */
  readonly label: number;
}

/** The sizes that all examples share. */
export interface TaughtShape {
  readonly nFeatures: number;
  readonly nClasses: number;
}

/** @throws {SerError} `shape-mismatch`, `invalid-option` */
export function checkTaughtExample(example: TaughtExample, { nFeatures, nClasses }: TaughtShape): void {
  checkRow(example, { nFeatures, nClasses });
  requireInteger('label', example.label, { min: 0, max: nClasses - 1 });
}

/** @throws {SerError} `shape-mismatch` */
export function checkRow(
  { row, scores }: Pick<TaughtExample, 'row' | 'scores'>,
  { nFeatures, nClasses }: TaughtShape,
): void {
  requireFinite('row', row, nFeatures);
  requireFinite('scores', scores, nClasses);
}

function requireFinite(name: string, values: ArrayLike<number>, length: number): void {
  if (values.length === length && Array.from(values).every(Number.isFinite)) return;
  const got = values.length === length ? 'a value that is not finite' : `${values.length}`;
  throw new ClassifierError('shape-mismatch', `\`${name}\` must have ${length} finite values; got ${got}.`);
}
