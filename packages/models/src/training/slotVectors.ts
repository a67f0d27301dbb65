import type { TrainedWeight } from '@ser/onnx';
import type { Variable } from '@tensorflow/tfjs-core';

/**
 * The slots of an optimizer in two layouts: a training graph has one vector for all weights that it trains, in its own
 * order; a training state has one array for each trainable weight of the model.
 */
export class SlotVectors {
  readonly #trainable: readonly Variable[];
  /** Start of each weight in the vector. */
  readonly #starts = new Map<Variable, number>();
  readonly #length: number;

  /**
   * @param weights the weights of the graph
   * @param variables the same weights in the model
   * @param trainable the trainable weights of the model, in its order
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

  /** One array per weight; zeros for weights that the graph does not train. */
  split(vector: Float32Array): readonly Float32Array[] {
    return this.#trainable.map((variable) => {
      const start = this.#starts.get(variable);
      return start === undefined
        ? new Float32Array(variable.size)
        : vector.slice(start, start + variable.size);
    });
  }

  /** The vector of the graph. */
  join(slots: readonly Float32Array[]): Float32Array {
    const vector = new Float32Array(this.#length);
    this.#trainable.forEach((variable, i) => {
      const start = this.#starts.get(variable);
      if (start !== undefined) vector.set(slots[i]!, start);
    });
    return vector;
  }
}
