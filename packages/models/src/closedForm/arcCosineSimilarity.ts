import * as tf from '@tensorflow/tfjs-core';
import { type Shape, initializers, layers } from '@tensorflow/tfjs-layers';
import { oneShape } from '../network/oneShape.js';

/** Settings of a layer in general, and of this one. */
export interface ArcCosineSimilarityOptions extends NonNullable<
  ConstructorParameters<typeof layers.Layer>[0]
> {
  /** Examples to compare with. */
  readonly units: number;
}

/**
 * Similarity to each of `units` examples, `[n, nFeatures]` to `[n, units]`: the arc-cosine kernel of degree 1 of the mean
 * product of the features and 1. The examples are the one weight, `[units, nFeatures]`.
 *
 * `loadClassifier` knows the layer. A program that loads such a model itself first tells TensorFlow.js of the class:
 * `tf.serialization.registerClass(ArcCosineSimilarity)`.
 *
 * @see Y. Cho, L. Saul, "Kernel methods for deep learning", 2009,
 * https://papers.nips.cc/paper/2009/hash/5751ec3e9a4feab575962e78e006250d-Abstract.html
 */
export class ArcCosineSimilarity extends layers.Layer {
  static readonly className = 'ArcCosineSimilarity';
  readonly #units: number;
  #examples!: ReturnType<layers.Layer['addWeight']>;

  constructor(options: ArcCosineSimilarityOptions) {
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
      const examples = this.#examples.read() as tf.Tensor2D;
      const products = tf.add(tf.div(tf.matMul(x, examples, false, true), x.shape[1]), 1);
      const lengths = tf.mul(lengthsOf(x), tf.reshape(lengthsOf(examples), [1, this.#units]));
      const cosine = tf.clipByValue(tf.div(products, lengths), -1, 1);
      const sine = tf.sqrt(tf.mul(tf.sub(1, cosine), tf.add(1, cosine)));
      const beyond = tf.sub(Math.PI, tf.acos(cosine));
      return tf.div(tf.mul(lengths, tf.add(sine, tf.mul(beyond, cosine))), Math.PI);
    });
  }

  override getConfig(): tf.serialization.ConfigDict {
    return { ...super.getConfig(), units: this.#units };
  }
}

/** Root of the mean square of each row and 1, `[n, 1]`. */
function lengthsOf(x: tf.Tensor2D): tf.Tensor {
  return tf.sqrt(tf.add(tf.mean(tf.square(x), 1, true), 1));
}

/** Lets TensorFlow.js make the layer of a saved model. */
export function registerArcCosineSimilarity(): void {
  tf.serialization.registerClass(ArcCosineSimilarity);
}
