import type { Examples } from '@ser/classifiers';
import { exampleSize } from '@ser/classifiers/training';

/** Some examples with their classes. */
export interface Batch {
  /** Of shape `[n, ...exampleShape]`. */
  readonly x: Examples;
  /** Class of each example. */
  readonly y: Int32Array;
  /**
   * What the network should say of each example, row-major `[n, nClasses]`; a row sums to the example's weight.
   *
   * @default 1 for the class of the example and 0 for the others
   */
  readonly targets?: Float32Array;
}

/**
 * Cuts examples into batches in a given order; the last one is as small as it comes.
 *
 * @param order indices of examples, each once
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
