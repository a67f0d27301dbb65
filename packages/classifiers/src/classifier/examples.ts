import { invalidOption } from '@ser/core';
import { ClassifierError } from '../errors.js';

/** Examples of one shape, such as the features of several clips. */
export interface Examples {
  /** Row-major values; the first axis counts examples. */
  readonly data: Float32Array;
  /** `[n, ...exampleShape]`, such as `[n, nFrames, nFeatures]`. */
  readonly shape: readonly number[];
}

/** Examples that are read when they are needed, such as rows of a file that is larger than the memory. */
export interface StoredExamples {
  /** `[n, ...exampleShape]` */
  readonly shape: readonly number[];
  /**
   * Reads some examples.
   *
   * @param rows numbers of the examples, from 0
   * @returns their values, row-major, in the order of `rows`
   */
  read(rows: Int32Array): Float32Array;
}

/**
 * Checks that examples have the shape that a classifier takes.
 *
 * @param exampleShape shape of one example, without the first axis
 * @returns the number of examples
 * @throws {SerError} `shape-mismatch` when the shape does not fit the data or the classifier
 */
export function countExamples({ data, shape }: Examples, exampleShape: readonly number[]): number {
  const nExamples = countRows(shape, exampleShape);
  const size = nExamples * exampleSize(exampleShape);
  if (!Number.isInteger(nExamples) || data.length !== size) {
    throw new ClassifierError(
      'shape-mismatch',
      `Examples of shape [${shape.join(', ')}] must have ${size} values; got ${data.length}.`,
    );
  }
  return nExamples;
}

/**
 * The number of examples by their shape.
 *
 * @param shape with the number of examples first
 * @param exampleShape shape of one example, without the first axis
 * @throws {SerError} `shape-mismatch`
 */
export function countRows(shape: readonly number[], exampleShape: readonly number[]): number {
  const [nExamples = 0, ...rest] = shape;
  if (rest.length !== exampleShape.length || rest.some((size, axis) => size !== exampleShape[axis])) {
    throw new ClassifierError(
      'shape-mismatch',
      `Examples must have the shape [n, ${exampleShape.join(', ')}]; got [${shape.join(', ')}]. ` +
        'Extract the features with the settings that the classifier was trained with.',
    );
  }
  return nExamples;
}

/**
 * Checks that there is one class per example, each from 0 to `nClasses - 1`.
 *
 * @throws {SerError} `shape-mismatch` when the numbers differ, `invalid-option` for an unknown class
 */
export function checkClasses(y: Int32Array, nExamples: number, nClasses: number): void {
  requireOneEach('y', y, nExamples);
  const wrong = y.findIndex((label) => label < 0 || label >= nClasses);
  if (wrong >= 0) throw invalidOption(`y[${wrong}]`, `an integer from 0 to ${nClasses - 1}`, y[wrong]);
}

/**
 * Checks that a list has one value per example.
 *
 * @param option name of the list in messages
 * @throws {SerError} `shape-mismatch`
 */
export function requireOneEach(
  option: string,
  values: ArrayLike<unknown> | undefined,
  nExamples: number,
): void {
  if (values === undefined || values.length === nExamples) return;
  throw new ClassifierError(
    'shape-mismatch',
    `\`${option}\` must have one value per example, ${nExamples} in all; got ${values.length}.`,
  );
}

/** Number of values of one example. */
export function exampleSize(exampleShape: readonly number[]): number {
  return exampleShape.reduce((product, size) => product * size, 1);
}
