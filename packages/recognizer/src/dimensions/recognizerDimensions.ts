import type { Examples } from '@ser/classifiers';
import { invalidOption } from '@ser/core';

/** Values of an emotion, such as arousal and valence, as a linear function of the features of the first member. */
export interface RecognizerDimensions {
  /** At least one; all different. */
  readonly names: readonly string[];
  /** `[names.length, nFeatures]`, row-major, for the normalized features of an example of the first member. */
  readonly weights: Float32Array;
  /** `[names.length]` */
  readonly bias: Float32Array;
}

/**
 * @param inputShape of the classifier of the first member
 * @throws {SerError} `invalid-option`
 */
export function checkDimensions(
  { names, weights, bias }: RecognizerDimensions,
  inputShape: readonly number[],
): void {
  const nFeatures = inputShape.reduce((all, size) => all * size, 1);
  if (names.length === 0 || names.includes('') || new Set(names).size < names.length) {
    throw invalidOption('dimensions.names', 'different names, at least one', names);
  }
  if (weights.length !== names.length * nFeatures) {
    const required = `${nFeatures} numbers, one per feature, for each of the ${names.length} names`;
    throw invalidOption('dimensions.weights', required, weights.length);
  }
  if (bias.length !== names.length)
    throw invalidOption('dimensions.bias', 'one number per name', bias.length);
}

/** The values of each example, by name, in the unit of the corpus. */
export function dimensionsOf(
  { names, weights, bias }: RecognizerDimensions,
  { data, shape }: Examples,
): readonly Readonly<Record<string, number>>[] {
  const nFeatures = weights.length / names.length;
  return Array.from({ length: shape[0]! }, (_, row) => {
    const features = data.subarray(row * nFeatures, (row + 1) * nFeatures);
    return Object.fromEntries(
      names.map((name, t) => {
        let sum = bias[t]!;
        for (let i = 0; i < nFeatures; i++) sum += weights[t * nFeatures + i]! * features[i]!;
        return [name, sum];
      }),
    );
  });
}
