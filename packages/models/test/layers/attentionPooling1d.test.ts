import * as tf from '@tensorflow/tfjs-core';
import { layers, loadLayersModel, sequential } from '@tensorflow/tfjs-layers';
import { describe, expect, it } from 'vitest';
import { loadClassifier } from '../../src/classifier/loadClassifier.js';
import { saveNetwork } from '../../src/classifier/saveNetwork.js';
import { openEngine } from '../../src/engine/openEngine.js';
import { AttentionPooling1D, attentionPooling1d } from '../../src/layers/attentionPooling1d.js';
import { relativeDifference, wave } from '../onEngine.js';

const pooled = (kernel: readonly number[], steps: tf.Tensor) => {
  const layer = attentionPooling1d({ inputShape: [null, kernel.length] as unknown as number[], seed: 1 });
  sequential({ layers: [layer] });
  layer.setWeights([tf.tensor2d([...kernel], [kernel.length, 1])]);
  return layer.apply(steps) as tf.Tensor;
};

describe.each(['tfjs-cpu', 'tfjs-wasm'] as const)('AttentionPooling1D on %s', (engine) => {
  it('weights steps by the softmax of their scores', async () => {
    await openEngine(engine);
    // Scores 0 and ln 3: weights 1/4 and 3/4.
    const steps = tf.tensor3d([[[0, 4], [Math.log(3), 8]]]); // prettier-ignore
    const output = pooled([1, 0], steps);
    expect(output.shape).toEqual([1, 2]);
    expect(output.dataSync()[1]).toBeCloseTo(7, 5);
  });

  it('is the mean if the kernel is zero, and does not change a constant', async () => {
    await openEngine(engine);
    const steps = wave([2, 5, 3]);
    const mean = tf.mean(steps, 1);
    expect(relativeDifference(pooled([0, 0, 0], steps).dataSync(), mean.dataSync())).toBeLessThan(1e-6);
    expect(pooled([9, -9, 4], tf.ones([1, 6, 3])).dataSync()).toEqual(Float32Array.of(1, 1, 1));
  });

  it('has the gradient of finite differences', async () => {
    await openEngine(engine);
    const kernel = [0.3, -0.8, 0.5];
    const layer = attentionPooling1d({ inputShape: [5, 3], seed: 1 });
    sequential({ layers: [layer] });
    layer.setWeights([tf.tensor2d(kernel, [3, 1])]);
    const outputWeights = wave([2, 3], 1, 2);
    const value = (steps: tf.Tensor): tf.Scalar =>
      tf.sum(tf.mul(layer.apply(steps, { training: true }) as tf.Tensor, outputWeights));
    const steps = wave([2, 5, 3]);
    const gradient = tf.grad(value)(steps).dataSync();
    const values = steps.dataSync<'float32'>();
    const h = 1e-2;
    const differences = Float32Array.from(values, (_, i) => {
      const moved = (by: number) => {
        const changed = Float32Array.from(values);
        changed[i] = changed[i]! + by;
        return value(tf.tensor(changed, [2, 5, 3])).dataSync()[0]!;
      };
      return (moved(h) - moved(-h)) / (2 * h);
    });
    expect(relativeDifference(gradient, differences)).toBeLessThan(1e-3); // second-order differences in float32
  });
});

describe('a model with attention pooling', () => {
  const build = () =>
    sequential({
      layers: [
        attentionPooling1d({ inputShape: [6, 4], seed: 3, name: 'attention' }),
        layers.dense({ units: 3, activation: 'softmax', kernelInitializer: 'ones' }),
      ],
    });

  it('is loaded by loadClassifier, and by TensorFlow.js once the class is registered', async () => {
    const engine = await openEngine('tfjs-cpu');
    const model = build();
    const files = await saveNetwork(model);
    const x = wave([2, 6, 4]);
    const expected = (model.predict(x) as tf.Tensor).dataSync<'float32'>();

    const classifier = await loadClassifier(files, engine);
    const data = x.dataSync<'float32'>();
    expect(await classifier.predictProbabilities({ data, shape: [2, 6, 4] })).toEqual(expected);

    tf.serialization.registerClass(AttentionPooling1D);
    const { modelTopology, weightsManifest } = JSON.parse(new TextDecoder().decode(files['model.json']));
    const weightData = files['weights.bin']!.slice().buffer;
    const artifacts = { modelTopology, weightSpecs: weightsManifest[0].weights, weightData };
    const loaded = await loadLayersModel(tf.io.fromMemory(artifacts));
    expect((loaded.predict(x) as tf.Tensor).dataSync()).toEqual(expected);
    expect(loaded.getLayer('attention').getConfig()).toMatchObject({ name: 'attention', seed: 3 });
  });

  it('has a Glorot uniform kernel, the same for the same seed', async () => {
    await openEngine('tfjs-cpu');
    const kernelOf = (seed: number) => {
      const layer = attentionPooling1d({ inputShape: [6, 50], seed });
      sequential({ layers: [layer] });
      return layer.getWeights()[0]!.dataSync<'float32'>();
    };
    expect(kernelOf(1)).toEqual(kernelOf(1));
    expect(kernelOf(2)).not.toEqual(kernelOf(1));
    expect(Math.max(...kernelOf(1).map(Math.abs))).toBeLessThanOrEqual(Math.sqrt(6 / 51));
  });

  it('rejects an input without a time axis', async () => {
    await openEngine('tfjs-cpu');
    const layer = attentionPooling1d({ inputShape: [6], seed: 1 });
    expect(() => sequential({ layers: [layer] })).toThrow('expected ndim=3');
  });
});
