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
 * @param targets of shape `[n, nClasses]`; a row sums to the weight of its example
 */
export function crossEntropy(probabilities: tf.Tensor, targets: tf.Tensor): tf.Scalar {
  const logarithms = tf.log(tf.maximum(probabilities, leastProbability));
  const ofExamples: tf.Tensor1D = tf.sum(tf.mul(targets, logarithms), -1);
  return tf.neg(tf.mean(ofExamples) as tf.Scalar);
}

/** The same of plain numbers, both row-major `[n, nClasses]`. */
export function crossEntropyOf(
  probabilities: ArrayLike<number>,
  targets: ArrayLike<number>,
  nExamples: number,
): number {
  let sum = 0;
  for (let i = 0; i < targets.length; i++) {
    if (targets[i] !== 0) sum -= targets[i]! * Math.log(Math.max(probabilities[i]!, leastProbability));
  }
  return sum / nExamples;
}
