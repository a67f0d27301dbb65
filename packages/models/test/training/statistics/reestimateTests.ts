import type { Examples } from '@ser/classifiers';
import * as tf from '@tensorflow/tfjs-core';
import { layers, type LayersModel, model as modelOf, sequential } from '@tensorflow/tfjs-layers';
import { describe, expect, it } from 'vitest';
import type { EngineName } from '../../../src/engine/engine.js';
import { openEngine } from '../../../src/engine/openEngine.js';
import { cnn1d } from '../../../src/network/cnn1d.js';
import { fitNetwork } from '../../../src/training/fitNetwork.js';
import { normalizationLayers } from '../../../src/training/statistics/normalizationLayers.js';
import { reestimateStatistics } from '../../../src/training/statistics/reestimateStatistics.js';
import { relativeDifference } from '../../onEngine.js';
import { tones } from '../../tones.js';

const { x, y } = tones(30);

/** Two batch normalization layers with dropout between them. */
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

/** Mean and variance of the input of a layer in prediction, over all examples. */
function momentsBefore(model: LayersModel, layer: string) {
  return tf.tidy(() => {
    const before = modelOf({ inputs: model.inputs, outputs: model.getLayer(layer).input });
    const values = before.apply(tf.tensor(x.data, [...x.shape])) as tf.Tensor;
    const axes = values.shape.slice(0, -1).map((_, axis) => axis);
    const { mean, variance } = tf.moments(values, axes);
    return [...mean.dataSync(), ...variance.dataSync()];
  });
}

/** The statistics with which the layers predict. */
const statisticsOf = (model: LayersModel) =>
  normalizationLayers(model).map(({ movingMean, movingVariance }) => [
    ...movingMean.read().dataSync(),
    ...movingVariance.read().dataSync(),
  ]);

/** Tests the statistics on several engines. */
export function reestimateTests(engines: readonly EngineName[]): void {
  describe.each(engines)('reestimateStatistics on %s', (name) => {
    it('sets the moments of every layer to those of its input in prediction, exactly with one batch', async () => {
      const engine = await openEngine(name);
      const model = network();
      await reestimateStatistics(model, x, { engine, batchSize: 30, seed: 1 });
      normalizationLayers(model).forEach((layer, i) => {
        expect(relativeDifference(statisticsOf(model)[i]!, momentsBefore(model, layer.name))).toBeLessThan(
          1e-5,
        );
      });
    });

    it('is exact for the first layer with any batches, and close for later ones', async () => {
      const engine = await openEngine(name);
      const model = network();
      await reestimateStatistics(model, x, { engine, batchSize: 7, seed: 1 });
      const differences = normalizationLayers(model).map((layer, i) =>
        relativeDifference(statisticsOf(model)[i]!, momentsBefore(model, layer.name)),
      );
      expect(differences[0]).toBeLessThan(1e-5);
      expect(differences[1]).toBeLessThan(0.05); // batches have only six examples
    });

    it('is reproducible, leaks no tensors, and does not change the weights', async () => {
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

    it('makes validation accurate from the first steps, unlike moving averages', async () => {
      // Small values, whose variance is far below the initial 1 of the moving averages.
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
    it('does not change frozen layers, and accepts models without any layer', async () => {
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

    it('accepts a layer without scale and center, and a model that ONNX cannot express', async () => {
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
}
