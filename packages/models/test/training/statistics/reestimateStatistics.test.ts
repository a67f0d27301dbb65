import { type Examples } from '@ser/classifiers';
import * as tf from '@tensorflow/tfjs-core';
import { type LayersModel, layers, model as modelOf, sequential } from '@tensorflow/tfjs-layers';
import { describe, expect, it } from 'vitest';
import { listEngines } from '../../../src/engine/listEngines.js';
import { openEngine } from '../../../src/engine/openEngine.js';
import { cnn1d } from '../../../src/network/cnn1d.js';
import { fitNetwork } from '../../../src/training/fitNetwork.js';
import { normalizationLayers } from '../../../src/training/statistics/normalizationLayers.js';
import { PooledMoments } from '../../../src/training/statistics/pooledMoments.js';
import { reestimateStatistics } from '../../../src/training/statistics/reestimateStatistics.js';
import { relativeDifference } from '../../onEngine.js';
import { tones } from '../../tones.js';

const engines = (await listEngines()).filter(({ available }) => available).map(({ name }) => name);
const { x, y } = tones(30);

/** Two normalisations, with dropout between them. */
const network = (dropout = 0.5) =>
  cnn1d({
    inputShape: [16, 4],
    nClasses: 3,
    seed: 1,
    convolutions: [
      { filters: 6, kernelSize: 3, batchNormalization: true, dropout },
      { filters: 5, kernelSize: 3, batchNormalization: true, dropout },
    ],
  });

/** Mean and variance, over all examples, of what comes into a layer in prediction. */
function momentsBefore(model: LayersModel, layer: string) {
  return tf.tidy(() => {
    const before = modelOf({ inputs: model.inputs, outputs: model.getLayer(layer).input as never });
    const values = before.apply(tf.tensor(x.data, [...x.shape])) as tf.Tensor;
    const axes = values.shape.slice(0, -1).map((_, axis) => axis);
    const { mean, variance } = tf.moments(values, axes);
    return [...mean.dataSync(), ...variance.dataSync()];
  });
}

/** The statistics that the layers predict with. */
const statisticsOf = (model: LayersModel) =>
  normalizationLayers(model).map(({ movingMean, movingVariance }) => [
    ...movingMean.read().dataSync(),
    ...movingVariance.read().dataSync(),
  ]);

describe.each(engines)('reestimateStatistics on %s', (name) => {
  it('gives every layer the moments of what it meets in prediction, in one batch exactly', async () => {
    const engine = await openEngine(name);
    const model = network();
    await reestimateStatistics(model, x, { engine, batchSize: 30, seed: 1 });
    normalizationLayers(model).forEach((layer, i) => {
      expect(relativeDifference(statisticsOf(model)[i]!, momentsBefore(model, layer.name))).toBeLessThan(
        1e-5,
      );
    });
  });

  it('is exact for the first layer in any batches, and near for the later ones', async () => {
    const engine = await openEngine(name);
    const model = network();
    await reestimateStatistics(model, x, { engine, batchSize: 7, seed: 1 });
    const differences = normalizationLayers(model).map((layer, i) =>
      relativeDifference(statisticsOf(model)[i]!, momentsBefore(model, layer.name)),
    );
    expect(differences[0]).toBeLessThan(1e-5);
    expect(differences[1]).toBeLessThan(0.05); // six examples normalise each other here
  });

  it('gives the same bits again, keeps no tensor, and leaves the weights alone', async () => {
    const engine = await openEngine(name);
    const model = network();
    const kernel = model.getWeights()[0]!.dataSync().slice();
    await reestimateStatistics(model, x, { engine, batchSize: 7, seed: 1 });
    const first = statisticsOf(model);
    const before = tf.memory().numTensors;
    await reestimateStatistics(model, x, { engine, batchSize: 7, seed: 1 });
    expect(statisticsOf(model)).toEqual(first);
    expect(tf.memory().numTensors).toBe(before);
    expect(model.getWeights()[0]!.dataSync()).toEqual(kernel);
  });

  it('lets validation follow training from the first steps on, which moving averages do not', async () => {
    // Small values, whose variance is far below the 1 that the moving averages begin with.
    const quiet = ({ data, shape }: Examples) => ({ data: data.map((value) => value / 20), shape });
    const engine = await openEngine(name);
    const validation = { x: quiet(x), y };
    const options = { engine, seed: 1, epochs: 30, batchSize: 15, validation };
    const model = network(0);
    const moving = (await fitNetwork(network(0), quiet(x), y, options)).at(-1)!;
    const history = await fitNetwork(model, quiet(x), y, { ...options, reestimateStatistics: true });
    const estimated = history.at(-1)!;
    expect(estimated.loss).toBe(moving.loss); // training is the same
    expect(estimated.accuracy).toBeGreaterThan(0.9);
    expect(moving.validationAccuracy).toBeLessThan(0.5);
    expect(estimated.validationAccuracy).toBeGreaterThan(0.9);
  });
});

describe('reestimateStatistics', () => {
  it('leaves frozen layers as they are, and models without any', async () => {
    const engine = await openEngine('tfjs-cpu');
    const frozen = network();
    for (const layer of frozen.layers) layer.trainable = false;
    await reestimateStatistics(frozen, x, { engine, batchSize: 8, seed: 1 });
    const [first] = frozen.layers.filter((layer) => layer.getClassName() === 'BatchNormalization');
    expect([...first!.getWeights().at(-1)!.dataSync()]).toEqual([1, 1, 1, 1, 1, 1]);

    const plain = sequential({
      layers: [layers.flatten({ inputShape: [16, 4] }), layers.dense({ units: 3, activation: 'softmax' })],
    });
    await reestimateStatistics(plain, x, { engine, batchSize: 8, seed: 1 });
    expect(plain.weights).toHaveLength(2);
  });

  it('takes a layer without scale and centre, and a model that ONNX cannot express', async () => {
    for (const name of engines) {
      const engine = await openEngine(name);
      const model = sequential({
        layers: [
          layers.gaussianNoise({ inputShape: [16, 4], stddev: 0.1 }),
          layers.batchNormalization({ scale: false, center: false }),
          layers.flatten(),
          layers.dense({ units: 3, activation: 'softmax' }),
        ],
      });
      await reestimateStatistics(model, x, { engine, batchSize: 30, seed: 1 });
      const [layer] = normalizationLayers(model);
      expect(relativeDifference(statisticsOf(model)[0]!, momentsBefore(model, layer!.name))).toBeLessThan(
        1e-5,
      );
    }
  });

  it('stops before the next batch when aborted', async () => {
    const engine = await openEngine('tfjs-cpu');
    const signal = AbortSignal.abort(new Error('enough'));
    const estimation = reestimateStatistics(network(), x, { engine, batchSize: 8, seed: 1, signal });
    await expect(estimation).rejects.toThrow('enough');
  });
});

describe('PooledMoments', () => {
  it('pools batches of unequal size to the moments of all values, far from 0 too', () => {
    const values = Array.from({ length: 12 }, (_, i) => 1000 + Math.sin(i));
    const momentsOf = (part: readonly number[]) => {
      const mean = part.reduce((sum, value) => sum + value, 0) / part.length;
      const variance = part.reduce((sum, value) => sum + (value - mean) ** 2, 0) / part.length;
      return { mean: [mean], variance: [variance] };
    };
    const pooled = new PooledMoments();
    for (const [start, end] of [
      [0, 5],
      [5, 11],
      [11, 12],
    ]) {
      const { mean, variance } = momentsOf(values.slice(start, end));
      pooled.add({ mean: Float32Array.from(mean), variance: Float32Array.from(variance) }, end! - start!);
    }
    const expected = momentsOf(values);
    expect(pooled.moments.mean[0]).toBeCloseTo(expected.mean[0]!, 3);
    expect(pooled.moments.variance[0]).toBeCloseTo(expected.variance[0]!, 4);
  });
});
