import * as tf from '@tensorflow/tfjs-core';
import { initializers, layers, sequential } from '@tensorflow/tfjs-layers';
import type { LayerCase } from '../layerCases.js';

const units = 5;

/** The layers of `@ser/models`, written anew. */
abstract class Similarity extends layers.Layer {
  #examples!: ReturnType<layers.Layer['addWeight']>;

  override build(inputShape: number[]): void {
    const initializer = initializers.zeros();
    this.#examples = this.addWeight('examples', [units, inputShape[1]!], 'float32', initializer);
    super.build(inputShape);
  }

  override computeOutputShape(inputShape: number[]): number[] {
    return [inputShape[0]!, units];
  }

  override call(inputs: tf.Tensor | tf.Tensor[]): tf.Tensor {
    const x = (Array.isArray(inputs) ? inputs[0]! : inputs) as tf.Tensor2D;
    return this.similarity(tf.expandDims(x, 1), tf.expandDims(this.#examples.read(), 0));
  }

  /** Of rows `[n, 1, nFeatures]` to examples `[1, units, nFeatures]`. */
  protected abstract similarity(x: tf.Tensor, examples: tf.Tensor): tf.Tensor;
}

class RbfSimilarity extends Similarity {
  static readonly className = 'RbfSimilarity';

  protected override similarity(x: tf.Tensor, examples: tf.Tensor): tf.Tensor {
    return tf.exp(tf.mul(tf.mean(tf.squaredDifference(x, examples), 2), -0.7));
  }

  override getConfig(): tf.serialization.ConfigDict {
    return { ...super.getConfig(), gamma: 0.7 };
  }
}

class ArcCosineSimilarity extends Similarity {
  static readonly className = 'ArcCosineSimilarity';

  protected override similarity(x: tf.Tensor, examples: tf.Tensor): tf.Tensor {
    const product = (a: tf.Tensor, b: tf.Tensor) => tf.add(tf.mean(tf.mul(a, b), 2), 1);
    const lengths = tf.sqrt(tf.mul(product(x, x), product(examples, examples)));
    const angle = tf.acos(tf.clipByValue(tf.div(product(x, examples), lengths), -1, 1));
    const turned = tf.add(tf.sin(angle), tf.mul(tf.sub(Math.PI, angle), tf.cos(angle)));
    return tf.div(tf.mul(lengths, turned), Math.PI);
  }
}

tf.serialization.registerClass(RbfSimilarity);
tf.serialization.registerClass(ArcCosineSimilarity);

const caseOf = (layer: string, make: () => layers.Layer): LayerCase => ({
  ...{ layer, what: 'examples', predictionOnly: true },
  build() {
    const model = sequential({ layers: [layers.inputLayer({ inputShape: [4] })] });
    model.add(make());
    return model;
  },
});

export const similarityCases: readonly LayerCase[] = [
  caseOf('RbfSimilarity', () => new RbfSimilarity({})),
  caseOf('ArcCosineSimilarity', () => new ArcCosineSimilarity({})),
];
