import * as tf from '@tensorflow/tfjs-core';
import { type Shape, initializers, layers } from '@tensorflow/tfjs-layers';
import { oneShape } from '../network/oneShape.js';

/** Settings of a layer in general, and of this one. */
export interface RbfSimilarityOptions extends NonNullable<ConstructorParameters<typeof layers.Layer>[0]> {
  /** Examples to compare with. */
  readonly units: number;
  /** Width of the kernel, > 0. */
  readonly gamma: number;
}

/**
 * Similarity to each of `units` examples, `[n, nFeatures]` to `[n, units]`: exp(-gamma · mean squared difference of the
 * features). The examples are the one weight, `[units, nFeatures]`.
 *
 * `loadClassifier` knows the layer. A program that loads such a model itself first tells TensorFlow.js of the class:
 * `tf.serialization.registerClass(RbfSimilarity)`.
 */
export class RbfSimilarity extends layers.Layer {
  static readonly className = 'RbfSimilarity';
  readonly #units: number;
  readonly #gamma: number;
  #examples!: ReturnType<layers.Layer['addWeight']>;

  constructor(options: RbfSimilarityOptions) {
    super(options);
    this.#units = options.units;
    this.#gamma = options.gamma;
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
      const examples = this.#examples.read() as tf.Tensor2D;
      const products = tf.matMul(x, examples, false, true);
      const squares = tf.add(
        tf.sum(tf.square(x), 1, true),
        tf.reshape(tf.sum(tf.square(examples), 1), [1, this.#units]),
      );
      const squaredDistances = tf.relu(tf.sub(squares, tf.mul(products, 2)));
      return tf.exp(tf.mul(squaredDistances, -this.#gamma / x.shape[1]));
    });
  }

  override getConfig(): tf.serialization.ConfigDict {
    return { ...super.getConfig(), units: this.#units, gamma: this.#gamma };
  }
}

/** Lets TensorFlow.js make the layer of a saved model. */
export function registerRbfSimilarity(): void {
  tf.serialization.registerClass(RbfSimilarity);
}
