import * as tf from '@tensorflow/tfjs-core';
import { ExampleSimilarity } from './exampleSimilarity.js';

/**
 * Similarity to each of `units` examples, `[n, nFeatures]` to `[n, units]`: the arc-cosine kernel of degree 1 of the mean
 * product of the features and 1. The examples are its only weight, `[units, nFeatures]`.
 *
 * `loadClassifier` registers the layer. A program that loads such a model itself registers it first:
 * `tf.serialization.registerClass(ArcCosineSimilarity)`.
 *
 * @see Y. Cho, L. Saul, "Kernel methods for deep learning", 2009,
 * https://papers.nips.cc/paper/2009/hash/5751ec3e9a4feab575962e78e006250d-Abstract.html
 */
export class ArcCosineSimilarity extends ExampleSimilarity {
  static readonly className = 'ArcCosineSimilarity';

  protected override similarity(x: tf.Tensor2D, examples: tf.Tensor2D): tf.Tensor {
    const products = tf.add(tf.div(tf.matMul(x, examples, false, true), x.shape[1]), 1);
    const lengths = tf.mul(lengthsOf(x), tf.reshape(lengthsOf(examples), [1, -1]));
    const cosine = tf.clipByValue(tf.div(products, lengths), -1, 1);
    const sine = tf.sqrt(tf.mul(tf.sub(1, cosine), tf.add(1, cosine)));
    const supplement = tf.sub(Math.PI, tf.acos(cosine));
    return tf.div(tf.mul(lengths, tf.add(sine, tf.mul(supplement, cosine))), Math.PI);
  }
}

/** Square root of the mean square of each row plus 1, `[n, 1]`. */
function lengthsOf(x: tf.Tensor2D): tf.Tensor {
  return tf.sqrt(tf.add(tf.mean(tf.square(x), 1, true), 1));
}

/** Lets TensorFlow.js load the layer of a saved model. */
export function registerArcCosineSimilarity(): void {
  tf.serialization.registerClass(ArcCosineSimilarity);
}
