import * as tf from '@tensorflow/tfjs-core';

/** A probability below it counts as this: the smallest number that float32 holds in full precision. */
const leastProbability = 2 ** -126;

/**
 * Mean cross-entropy of predicted probabilities, in nats, as a differentiable scalar.
 *
 * Keras clips probabilities at 1e-7, or goes round them where it finds the logits below a softmax. The tiny
 * bound here comes to the latter: its gradient still teaches where a probability is far below 1e-7.
 *
 * @param probabilities of shape `[n, nClasses]`
 * @param targets one-hot, of shape `[n, nClasses]`
 */
export function crossEntropy(probabilities: tf.Tensor, targets: tf.Tensor): tf.Scalar {
  const ofTarget: tf.Tensor1D = tf.sum(tf.mul(probabilities, targets), -1);
  const meanLog: tf.Scalar = tf.mean(tf.log(tf.maximum(ofTarget, leastProbability)));
  return tf.neg(meanLog);
}

/** The same of plain numbers: `probabilities` row-major `[n, nClasses]`, one class a row. */
export function crossEntropyOf(probabilities: ArrayLike<number>, classes: Int32Array): number {
  const nClasses = probabilities.length / classes.length;
  let sum = 0;
  classes.forEach((label, row) => {
    sum -= Math.log(Math.max(probabilities[row * nClasses + label]!, leastProbability));
  });
  return sum / classes.length;
}
