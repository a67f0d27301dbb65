import type { EpochRecord } from '@ser/classifiers';
import * as tf from '@tensorflow/tfjs-core';
import { initializers, layers, type LayersModel, sequential } from '@tensorflow/tfjs-layers';
import { describe, expect, it, vi } from 'vitest';
import { createClassifier } from '../../src/classifier/createClassifier.js';
import type { EngineName } from '../../src/engine/engine.js';
import { openEngine } from '../../src/engine/openEngine.js';
import { cnn1d } from '../../src/network/cnn1d.js';
import { predictNetwork } from '../../src/prediction/predictNetwork.js';
import { fitNetwork } from '../../src/training/fitNetwork.js';
import { relativeDifference } from '../onEngine.js';
import { tones } from '../tones.js';

const { x, y } = tones(30);
const training = { seed: 5, epochs: 3, batchSize: 8, validation: tones(12) };

/** Convolution, batch normalization, and dropout: masks are drawn channels first. */
const convolutional = () =>
  cnn1d({
    inputShape: [16, 4],
    nClasses: 3,
    seed: 1,
    convolutions: [
      { filters: 6, kernelSize: 3, batchNormalization: true, dropout: 0.3 },
      { filters: 5, kernelSize: 3, dropout: 0.2 },
    ],
    dense: [8],
    dropout: 0.3,
  });

/** Dropout of whole channels, and of frames in channels-last layout after a dense layer: 14 of 14 values, a square. */
const framewise = () => {
  const weights = (seed: number) => ({ kernelInitializer: initializers.glorotUniform({ seed }) });
  return sequential({
    layers: [
      layers.conv1d({ inputShape: [16, 4], filters: 6, kernelSize: 3, activation: 'relu', ...weights(1) }),
      layers.spatialDropout1d({ rate: 0.3 }),
      layers.dense({ units: 14, activation: 'tanh', ...weights(2) }),
      layers.dropout({ rate: 0.3 }),
      layers.flatten(),
      layers.dense({ units: 3, activation: 'softmax', ...weights(3) }),
    ],
  });
};

interface Trained {
  readonly model: LayersModel;
  readonly history: readonly EpochRecord[];
  readonly probabilities: Float32Array;
}

async function trainOn(name: EngineName, build: () => LayersModel, threads = 1): Promise<Trained> {
  const engine = await openEngine(name, { threads });
  const model = build();
  const onWarning = vi.fn();
  const history = await fitNetwork(model, x, y, { ...training, engine, onWarning });
  expect(onWarning).not.toHaveBeenCalled();
  return { model, history, probabilities: await predictNetwork(model, x, { engine }) };
}

const weightsOf = (model: LayersModel) => model.getWeights().map((weight) => weight.dataSync().slice());
const lossesOf = (history: readonly EpochRecord[]) =>
  history.flatMap(({ loss, validationLoss }) => [loss, validationLoss!]);

/** Compares engines with each other, and tests what only engines of ONNX Runtime do. */
export function trainerTests(engines: readonly EngineName[]): void {
  describe.each([
    ['a convolutional network', convolutional],
    ['a network of frames', framewise],
  ])('%s with the same seed', (_, build) => {
    // Sums are added in another order: after twelve steps of Adam, losses and probabilities differ by at most 6e-7.
    it.each(engines)('gives the same results on %s as on tfjs-cpu', async (name) => {
      const expected = await trainOn('tfjs-cpu', build);
      const { model, history, probabilities } = await trainOn(name, build);
      expect(relativeDifference(lossesOf(history), lossesOf(expected.history))).toBeLessThan(1e-5);
      expect(history.map(({ accuracy }) => accuracy)).toEqual(
        expected.history.map(({ accuracy }) => accuracy),
      );
      expect(relativeDifference(probabilities, expected.probabilities)).toBeLessThan(1e-5);

      const cpu = await openEngine('tfjs-cpu');
      const byModel = await predictNetwork(model, x, { engine: cpu });
      expect(relativeDifference(byModel, probabilities)).toBeLessThan(1e-5); // the model has the trained weights
    });
  });

  describe.each(engines.filter((name) => name.startsWith('onnx-')))('%s', (name) => {
    // onnx-web has as many threads as when it was first opened in this process.
    it.each(name === 'onnx-node' ? [1, 2] : [2])(
      'gives the same weights, bit for bit, with %i threads',
      async (threads) => {
        const first = await trainOn(name, convolutional, threads);
        const again = await trainOn(name, convolutional, threads);
        expect(weightsOf(again.model)).toEqual(weightsOf(first.model));
        expect(again.history).toEqual(first.history);
      },
    );

    it('predicts with the current weights', async () => {
      const engine = await openEngine(name);
      const model = convolutional();
      const before = await predictNetwork(model, x, { engine });
      expect(await predictNetwork(model, x, { engine })).toEqual(before);
      tf.tidy(() => model.setWeights(model.getWeights().map((weight) => tf.mul(weight, 1.5))));
      const after = await predictNetwork(model, x, { engine });
      expect(after).not.toEqual(before);
      const expected = await predictNetwork(model, x, { engine: await openEngine('tfjs-cpu') });
      expect(relativeDifference(after, expected)).toBeLessThan(1e-5);
    });

    it('predicts for several callers at once while another trains', async () => {
      const engine = await openEngine(name);
      const model = convolutional();
      const predictions = Array.from({ length: 3 }, () => predictNetwork(model, x, { engine, batchSize: 1 }));
      await fitNetwork(model, x, y, { ...training, engine, epochs: 1 });
      for (const probabilities of await Promise.all(predictions)) expect(probabilities).toHaveLength(90);
    });

    it('leaks no tensors, and frees all of them', async () => {
      const engine = await openEngine(name);
      const before = tf.memory().numTensors;
      const convolutions = [{ filters: 4, kernelSize: 3, batchNormalization: true, dropout: 0.2 }];
      const shape = { inputShape: [16, 4], nClasses: 3, seed: 1 };
      const classifier = createClassifier({ kind: 'cnn1d', convolutions }, { engine, ...shape });
      const counts = new Set<number>();
      const onEpoch = () => counts.add(tf.memory().numTensors);
      await classifier.fit(x, y, { ...training, onEpoch });
      await classifier.predictProbabilities(x);
      classifier.dispose();
      expect(counts.size).toBe(1);
      expect(tf.memory().numTensors).toBe(before);
    });

    it('stops when aborted, and leaves the model with the weights of its last step', async () => {
      const engine = await openEngine(name);
      const model = convolutional();
      const initial = weightsOf(model);
      const controller = new AbortController();
      const { signal } = controller;
      const onEpoch = () => void setTimeout(() => controller.abort(new Error('enough')), 0);
      const options = { seed: 1, engine, batchSize: 1, epochs: 1_000_000, signal, onEpoch };
      const fitting = fitNetwork(model, x, y, options);
      await expect(fitting).rejects.toThrow('enough');
      expect(weightsOf(model)[0]).not.toEqual(initial[0]);
    });

    it('reports when training diverges', async () => {
      const engine = await openEngine(name);
      const optimizer = { name: 'sgd', learningRate: 1e30 } as const;
      const fitting = fitNetwork(convolutional(), x, y, { seed: 1, engine, optimizer });
      await expect(fitting).rejects.toMatchObject({ code: 'diverged' });
    });

    it('lets TensorFlow.js train a model that ONNX cannot express, with a warning', async () => {
      const engine = await openEngine(name);
      const model = sequential({
        layers: [
          layers.gaussianNoise({ inputShape: [16, 4], stddev: 0 }),
          layers.flatten(),
          layers.dense({ units: 3, activation: 'softmax' }),
        ],
      });
      const onWarning = vi.fn();
      const history = await fitNetwork(model, x, y, { ...training, engine, onWarning });
      expect(history).toHaveLength(3);
      expect(onWarning).toHaveBeenCalledOnce();
      expect(onWarning).toHaveBeenCalledWith({
        code: 'engine-fallback',
        message: expect.stringMatching(
          /^Engine `onnx-\w+` cannot train this model: .*GaussianNoise.*`tfjs-\w+` trains it/,
        ),
        cause: expect.objectContaining({ name: 'SerError', code: 'unsupported-layer' }),
      });
      const cpu = await openEngine('tfjs-cpu');
      const expected = await predictNetwork(model, x, { engine: cpu });
      expect(relativeDifference(await predictNetwork(model, x, { engine }), expected)).toBeLessThan(1e-5);
    });

    it('is rejected unless openEngine opened it', async () => {
      const fitting = fitNetwork(convolutional(), x, y, { seed: 1, engine: { name, description: '' } });
      await expect(fitting).rejects.toThrow(`Engine \`${name}\` is not open in this process.`);
    });
  });
}
