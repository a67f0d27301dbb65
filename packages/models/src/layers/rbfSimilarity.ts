import * as tf from '@tensorflow/tfjs-core';
import { ExampleSimilarity, type ExampleSimilarityOptions } from './exampleSimilarity.js';

/** Settings of the layer. */
export interface RbfSimilarityOptions extends ExampleSimilarityOptions {
  /** Width of the kernel, above 0. */
  readonly gamma: number;
}

/**
 * Similarity to each of `units` examples, `[n, nFeatures]` to `[n, units]`: exp(-gamma · mean squared difference of the
 * features). The examples are its only weight, `[units, nFeatures]`.
 *
 * `loadClassifier` registers the layer. A program that loads such a model itself registers it first:
 * `tf.serialization.registerClass(RbfSimilarity)`.
 */
export class RbfSimilarity extends ExampleSimilarity {
  static readonly className = 'RbfSimilarity';
  readonly #gamma: number;

  constructor(options: RbfSimilarityOptions) {
    super(options);
    this.#gamma = options.gamma;
  }

  protected override similarity(x: tf.Tensor2D, examples: tf.Tensor2D): tf.Tensor {
    const products = tf.matMul(x, examples, false, true);
    const squares = tf.add(
      tf.sum(tf.square(x), 1, true),
      tf.reshape(tf.sum(tf.square(examples), 1), [1, -1]),
    );
    const squaredDistances = tf.relu(tf.sub(squares, tf.mul(products, 2)));
    return tf.exp(tf.mul(squaredDistances, -this.#gamma / x.shape[1]));
  }

  override getConfig(): tf.serialization.ConfigDict {
    return { ...super.getConfig(), gamma: this.#gamma };
  }
}

/** Lets TensorFlow.js load the layer of a saved model. */
export function registerRbfSimilarity(): void {
  tf.serialization.registerClass(RbfSimilarity);
}
