import { leastProbability } from '@ser/classifiers/training';
import * as tf from '@tensorflow/tfjs-core';

/**
 * Mean cross-entropy of predicted probabilities, in nats, as a differentiable scalar.
 *
 * Keras clips probabilities at 1e-7, or uses the logits where it finds them before a softmax. The tiny bound here has the
 * effect of the latter: the gradient does not vanish where a probability is far below 1e-7.
 *
 * @param probabilities of shape `[n, nClasses]`
 * @param targets of shape `[n, nClasses]`; a row sums to the weight of its example
 */
export function crossEntropy(probabilities: tf.Tensor, targets: tf.Tensor): tf.Scalar {
  const logarithms = tf.log(tf.maximum(probabilities, leastProbability));
  const ofExamples: tf.Tensor1D = tf.sum(tf.mul(targets, logarithms), -1);
  return tf.neg(tf.mean<tf.Scalar>(ofExamples));
}
