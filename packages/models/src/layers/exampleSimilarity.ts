import * as tf from '@tensorflow/tfjs-core';
import { initializers, layers, type Shape } from '@tensorflow/tfjs-layers';
import { oneShape } from './oneShape.js';

/** Settings of a layer that compares its input with examples. */
export interface ExampleSimilarityOptions extends NonNullable<ConstructorParameters<typeof layers.Layer>[0]> {
  /** Number of examples to compare with. */
  readonly units: number;
}

/** Similarity of each row to each of `units` examples, which are its only weight, `[units, nFeatures]`. */
export abstract class ExampleSimilarity extends layers.Layer {
  readonly #units: number;
  #examples!: ReturnType<layers.Layer['addWeight']>;

  constructor(options: ExampleSimilarityOptions) {
    super(options);
    this.#units = options.units;
    this.inputSpec = [{ ndim: 2 }];
  }

  override build(inputShape: Shape | Shape[]): void {
    const nFeatures = oneShape(inputShape).at(-1)!;
    this.#examples = this.addWeight('examples', [this.#units, nFeatures], 'float32', initializers.zeros());
    super.build(inputShape);
  }

  override computeOutputShape(inputShape: Shape | Shape[]): Shape {
    return [oneShape(inputShape)[0]!, this.#units];
  }

  override call(inputs: tf.Tensor | tf.Tensor[]): tf.Tensor {
    return tf.tidy(() => {
      const x = (Array.isArray(inputs) ? inputs[0] : inputs) as tf.Tensor2D;
      return this.similarity(x, this.#examples.read() as tf.Tensor2D);
    });
  }

  override getConfig(): tf.serialization.ConfigDict {
    return { ...super.getConfig(), units: this.#units };
  }

  /**
   * @param x `[n, nFeatures]`
   * @param examples `[units, nFeatures]`
   * @returns `[n, units]`
   */
  protected abstract similarity(x: tf.Tensor2D, examples: tf.Tensor2D): tf.Tensor;
}
