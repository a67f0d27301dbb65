import type { Examples } from '@ser/classifiers';
import * as tf from '@tensorflow/tfjs-core';
import type { LayersModel } from '@tensorflow/tfjs-layers';
import { activateEngine, type Engine } from '../../engine/engine.js';
import type { BatchStatistics } from './batchStatistics.js';
import { type NormalizationLayer, normalizationLayers } from './normalizationLayers.js';
import type { Moments } from './pooledMoments.js';

/** Statistics computed by TensorFlow.js: the layers normalize by the batch, and record its moments. */
export class TensorflowStatistics implements BatchStatistics {
  readonly #model: LayersModel;
  readonly #engine: Engine;

  constructor(model: LayersModel, engine: Engine) {
    this.#model = model;
    this.#engine = engine;
  }

  async of({ data, shape }: Examples): Promise<ReadonlyMap<string, Moments>> {
    activateEngine(this.#engine);
    const moments = new Map<string, Moments>();
    const layers = normalizationLayers(this.#model);
    for (const layer of layers) {
      layer.call = (inputs) => {
        const [input] = Array.isArray(inputs) ? inputs : [inputs];
        return tf.tidy(() => normalizeByBatch(layer, input!, moments));
      };
    }
    try {
      tf.tidy(() => void this.#model.apply(tf.tensor(data, [...shape]), { training: false }));
    } finally {
      for (const layer of layers) Reflect.deleteProperty(layer, 'call'); // restores the method of the class
    }
    return moments;
  }

  async dispose(): Promise<void> {}
}

function normalizeByBatch(layer: NormalizationLayer, x: tf.Tensor, moments: Map<string, Moments>): tf.Tensor {
  const channels = (layer.axis + x.rank) % x.rank;
  const positions = x.shape.map((_, axis) => axis).filter((axis) => axis !== channels);
  const { mean, variance } = tf.moments(x, positions, true);
  moments.set(layer.name, { mean: valuesOf(mean), variance: valuesOf(variance) });
  const normalized = tf.mul(tf.sub(x, mean), tf.rsqrt(tf.add(variance, layer.epsilon)));
  const scaled = layer.gamma ? tf.mul(normalized, tf.reshape(layer.gamma.read(), mean.shape)) : normalized;
  return layer.beta ? tf.add(scaled, tf.reshape(layer.beta.read(), mean.shape)) : scaled;
}

function valuesOf(tensor: tf.Tensor): Float32Array {
  return Float32Array.from(tensor.dataSync<'float32'>());
}
