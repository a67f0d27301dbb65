import type { Matrix, Multiplier, Transposed } from '@ser/classifiers';
import * as tf from '@tensorflow/tfjs-core';
import { activateEngine, type Engine } from '../engine/engine.js';

/** Matrix products by a backend of TensorFlow.js. */
export class TensorflowMultiplier implements Multiplier {
  readonly #engine: Engine;

  constructor(engine: Engine) {
    this.#engine = engine;
  }

  async multiply(left: Matrix, right: Matrix, transposed: Transposed): Promise<Float32Array> {
    activateEngine(this.#engine);
    const product = tf.tidy(() =>
      tf.matMul(tensorOf(left), tensorOf(right), transposed === 'left', transposed === 'right'),
    );
    try {
      return await product.data<'float32'>();
    } finally {
      product.dispose();
    }
  }

  async dispose(): Promise<void> {}
}

function tensorOf({ data, nRows, nColumns }: Matrix): tf.Tensor2D {
  return tf.tensor2d(data, [nRows, nColumns]);
}
