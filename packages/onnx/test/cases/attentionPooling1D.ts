import {
  matMul,
  reshape,
  serialization,
  softmax,
  squeeze,
  type Tensor,
  type Tensor3D,
} from '@tensorflow/tfjs-core';
import { initializers, layers, type LayerVariable } from '@tensorflow/tfjs-layers';

/** Attention pooling as a custom layer of TensorFlow.js: weighted mean over time by a softmax of `x k`. */
export class AttentionPooling1D extends layers.Layer {
  static readonly className = 'AttentionPooling1D';
  #kernel!: LayerVariable;

  override build(inputShape: number[]): void {
    const initializer = initializers.glorotUniform({ seed: 41 });
    this.#kernel = this.addWeight('kernel', [inputShape.at(-1)!, 1], 'float32', initializer);
    super.build(inputShape);
  }

  override computeOutputShape(inputShape: number[]): number[] {
    return [inputShape[0]!, inputShape[2]!];
  }

  override call(inputs: Tensor | Tensor[]): Tensor {
    const steps = (Array.isArray(inputs) ? inputs[0]! : inputs) as Tensor3D;
    const [batch, nSteps, nFeatures] = steps.shape;
    const scores = matMul(reshape(steps, [batch * nSteps, nFeatures]), this.#kernel.read());
    const weights = softmax(reshape(scores, [batch, 1, nSteps]));
    return squeeze(matMul(weights, steps), [1]);
  }
}

serialization.registerClass(AttentionPooling1D);
