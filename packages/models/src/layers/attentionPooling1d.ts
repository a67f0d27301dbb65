import * as tf from '@tensorflow/tfjs-core';
import { initializers, layers, type Shape } from '@tensorflow/tfjs-layers';
import { oneShape } from './oneShape.js';

/** Settings of the layer. */
export interface AttentionPooling1DOptions extends NonNullable<
  ConstructorParameters<typeof layers.Layer>[0]
> {
  /** Seed of the Glorot uniform kernel. Without it, the kernel is not reproducible. */
  readonly seed?: number;
}

/**
 * Attention over time, `[n, nSteps, nFeatures]` to `[n, nFeatures]`: the mean of the steps, each weighted by the
 * softmax over time of its score, its product with one learned kernel `[nFeatures, 1]`.
 *
 * `loadClassifier` registers the layer. A program that loads such a model itself registers it first:
 * `tf.serialization.registerClass(AttentionPooling1D)`.
 *
 * @see local attention, Mirsamadi et al., 2017, https://doi.org/10.1109/ICASSP.2017.7952552
 */
export class AttentionPooling1D extends layers.Layer {
  static readonly className = 'AttentionPooling1D';
  readonly #seed: number | undefined;
  #kernel!: ReturnType<layers.Layer['addWeight']>;

  constructor(options: AttentionPooling1DOptions = {}) {
    super(options);
    this.#seed = options.seed;
    this.inputSpec = [{ ndim: 3 }];
  }

  override build(inputShape: Shape | Shape[]): void {
    const nFeatures = oneShape(inputShape).at(-1)!;
    const initializer = initializers.glorotUniform(this.#seed === undefined ? {} : { seed: this.#seed });
    this.#kernel = this.addWeight('kernel', [nFeatures, 1], 'float32', initializer);
    super.build(inputShape);
  }

  override computeOutputShape(inputShape: Shape | Shape[]): Shape {
    const [batch, , nFeatures] = oneShape(inputShape);
    return [batch!, nFeatures!];
  }

  override call(inputs: tf.Tensor | tf.Tensor[]): tf.Tensor {
    return tf.tidy(() => {
      const steps = (Array.isArray(inputs) ? inputs[0] : inputs) as tf.Tensor3D;
      const [nExamples, nSteps, nFeatures] = steps.shape;
      const scores = tf.matMul(tf.reshape(steps, [nExamples * nSteps, nFeatures]), this.#kernel.read());
      const weights = tf.softmax(tf.reshape(scores, [nExamples, 1, nSteps]));
      return tf.reshape(tf.matMul(weights, steps), [nExamples, nFeatures]);
    });
  }

  override getConfig(): tf.serialization.ConfigDict {
    return { ...super.getConfig(), ...(this.#seed !== undefined && { seed: this.#seed }) };
  }
}

/** Creates the layer, like `layers.globalAveragePooling1d` of TensorFlow.js. */
export function attentionPooling1d(options?: AttentionPooling1DOptions): AttentionPooling1D {
  return new AttentionPooling1D(options);
}

/** Lets TensorFlow.js load the layer of a saved model. */
export function registerAttentionPooling1D(): void {
  tf.serialization.registerClass(AttentionPooling1D);
}
