import type { Examples } from '@ser/classifiers';
import * as tf from '@tensorflow/tfjs-core';
import type { LayersModel } from '@tensorflow/tfjs-layers';
import { activateEngine, type Engine } from '../../engine/engine.js';
import type { BatchStatistics } from './batchStatistics.js';
import { type NormalizationLayer, normalizationLayers } from './normalizationLayers.js';
import type { Moments } from './pooledMoments.js';

/** Statistics by TensorFlow.js: while a batch is looked at, the layers normalise by it, and tell what they saw. */
export class TensorflowStatistics implements BatchStatistics {
  readonly #model: LayersModel;
  readonly #engine: Engine;

  constructor(model: LayersModel, engine: Engine) {
    this.#model = model;
    this.#engine = engine;
  }

  async of({ data, shape }: Examples): Promise<ReadonlyMap<string, Moments>> {
    activateEngine(this.#engine);
    const seen = new Map<string, Moments>();
    const layers = normalizationLayers(this.#model);
    for (const layer of layers) {
      layer.call = (inputs) => {
        const [input] = Array.isArray(inputs) ? inputs : [inputs];
        return tf.tidy(() => normalizeByBatch(layer, input!, seen));
      };
    }
    try {
      tf.tidy(() => void this.#model.apply(tf.tensor(data, [...shape]), { training: false }));
    } finally {
      for (const layer of layers) Reflect.deleteProperty(layer, 'call'); // the method of its class comes back
    }
    return seen;
  }

  async dispose(): Promise<void> {}
}

function normalizeByBatch(layer: NormalizationLayer, x: tf.Tensor, seen: Map<string, Moments>): tf.Tensor {
  const channels = (layer.axis + x.rank) % x.rank;
  const positions = x.shape.map((_, axis) => axis).filter((axis) => axis !== channels);
  const { mean, variance } = tf.moments(x, positions, true);
  seen.set(layer.name, { mean: valuesOf(mean), variance: valuesOf(variance) });
  const normalized = tf.mul(tf.sub(x, mean), tf.rsqrt(tf.add(variance, layer.epsilon)));
  const scaled = layer.gamma ? tf.mul(normalized, tf.reshape(layer.gamma.read(), mean.shape)) : normalized;
  return layer.beta ? tf.add(scaled, tf.reshape(layer.beta.read(), mean.shape)) : scaled;
}

function valuesOf(tensor: tf.Tensor): Float32Array {
  return Float32Array.from(tensor.dataSync<'float32'>());
}
