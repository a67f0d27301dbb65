import type { Examples } from '@ser/classifiers';
import { exampleSize } from '@ser/classifiers/training';

/** Some examples with their classes. */
export interface Batch {
  /** Examples of shape `[n, ...exampleShape]`. */
  readonly x: Examples;
  /** Class of each example. */
  readonly y: Int32Array;
  /**
   * Target probabilities, row-major `[n, nClasses]`; each row sums to the weight of its example.
   *
   * @default 1 for the class of the example and 0 for the others
   */
  readonly targets?: Float32Array;
}

/**
 * Divides examples into batches in a given order; the last one may be smaller.
 *
 * @param order indices of the examples
 */
export function* batchesOf(
  x: Examples,
  y: Int32Array,
  order: Int32Array,
  batchSize: number,
): Generator<Batch> {
  for (let start = 0; start < order.length; start += batchSize) {
    const indices = order.subarray(start, start + batchSize);
    yield { x: gatherExamples(x, indices), y: Int32Array.from(indices, (i) => y[i]!) };
  }
}

/** The examples at these indices, in their order. */
export function gatherExamples({ data, shape }: Examples, indices: Int32Array): Examples {
  const exampleShape = shape.slice(1);
  const size = exampleSize(exampleShape);
  const gathered = new Float32Array(indices.length * size);
  indices.forEach((example, row) => {
    gathered.set(data.subarray(example * size, (example + 1) * size), row * size);
  });
  return { data: gathered, shape: [indices.length, ...exampleShape] };
}
