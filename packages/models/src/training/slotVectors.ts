import type { TrainedWeight } from '@ser/onnx';
import type { Variable } from '@tensorflow/tfjs-core';

/**
 * The slots of an optimizer in two orders: a training graph keeps one vector for all weights that it moves, in an
 * order of its own; a training state has one array for each trainable weight of the model.
 */
export class SlotVectors {
  readonly #trainable: readonly Variable[];
  /** Where each weight begins in the vector. */
  readonly #starts = new Map<Variable, number>();
  readonly #length: number;

  /**
   * @param weights of the graph
   * @param variables the same weights in the model
   * @param trainable weights of the model, in its order
   */
  constructor(
    weights: readonly TrainedWeight[],
    variables: readonly Variable[],
    trainable: readonly Variable[],
  ) {
    this.#trainable = trainable;
    let length = 0;
    weights.forEach(({ weight }, i) => {
      if (!weight.trainable) return;
      this.#starts.set(variables[i]!, length);
      length += variables[i]!.size;
    });
    this.#length = length;
  }

  /** One array a weight, of zeros for a weight that the graph does not move. */
  split(vector: Float32Array): readonly Float32Array[] {
    return this.#trainable.map((variable) => {
      const start = this.#starts.get(variable);
      return start === undefined
        ? new Float32Array(variable.size)
        : vector.slice(start, start + variable.size);
    });
  }

  join(slots: readonly Float32Array[]): Float32Array {
    const vector = new Float32Array(this.#length);
    this.#trainable.forEach((variable, i) => {
      const start = this.#starts.get(variable);
      if (start !== undefined) vector.set(slots[i]!, start);
    });
    return vector;
  }
}
