import { ClassifierError } from './errors.js';

/** A batch of equally shaped inputs of a network, such as the features of several clips. */
export interface Examples {
  /** Row-major values; the first axis counts examples. */
  readonly data: Float32Array;
  /** `[n, ...exampleShape]`, for instance `[n, nFrames, nFeatures]`. */
  readonly shape: readonly number[];
}

/**
 * Checks that examples are what the network takes.
 *
 * @param exampleShape shape of one example, without the first axis
 * @returns the number of examples
 * @throws {SerError} `shape-mismatch` when shape and data, or shape and network, disagree
 */
export function countExamples({ data, shape }: Examples, exampleShape: readonly number[]): number {
  const [nExamples = 0, ...rest] = shape;
  if (rest.length !== exampleShape.length || rest.some((size, axis) => size !== exampleShape[axis])) {
    throw new ClassifierError(
      'shape-mismatch',
      `Expected examples of shape \`[n, ${exampleShape.join(', ')}]\`, got \`[${shape.join(', ')}]\`. ` +
        'Extract the features with the settings that the network was built for.',
    );
  }
  const size = nExamples * exampleSize(exampleShape);
  if (!Number.isInteger(nExamples) || data.length !== size) {
    throw new ClassifierError(
      'shape-mismatch',
      `Expected ${size} values for examples of shape \`[${shape.join(', ')}]\`, got ${data.length}.`,
    );
  }
  return nExamples;
}

/**
 * Checks that there is one known class for each example.
 *
 * @throws {SerError} `shape-mismatch` when the numbers differ, `invalid-option` for an unknown class
 */
export function checkClasses(y: Int32Array, nExamples: number, nClasses: number): void {
  if (y.length !== nExamples) {
    throw new ClassifierError(
      'shape-mismatch',
      `Expected one class for each of ${nExamples} examples, got ${y.length}.`,
    );
  }
  const wrong = y.findIndex((label) => label < 0 || label >= nClasses);
  if (wrong >= 0) {
    throw new ClassifierError(
      'invalid-option',
      `Expected classes from 0 to ${nClasses - 1}, got \`${y[wrong]}\` for example ${wrong}.`,
    );
  }
}

/** Number of values of one example. */
export function exampleSize(exampleShape: readonly number[]): number {
  return exampleShape.reduce((product, size) => product * size, 1);
}
