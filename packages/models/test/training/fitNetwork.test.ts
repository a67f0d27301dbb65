import type { EpochRecord } from '@ser/classifiers';
import { scorePredictions } from '@ser/classifiers/training';
import { type SerError } from '@ser/core';
import * as tf from '@tensorflow/tfjs-core';
import { layers, type LayersModel, sequential } from '@tensorflow/tfjs-layers';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../../src/engine/engine.js';
import { openEngine } from '../../src/engine/openEngine.js';
import { cnn1d } from '../../src/network/cnn1d.js';
import { predictNetwork } from '../../src/prediction/predictNetwork.js';
import { fitNetwork } from '../../src/training/fitNetwork.js';
import { tones } from '../tones.js';

let engine: Engine;
beforeAll(async () => {
  engine = await openEngine('tfjs-wasm');
});

function network({ dropout = 0, seed = 1 } = {}): LayersModel {
  return cnn1d({
    inputShape: [16, 4],
    nClasses: 3,
    seed,
    convolutions: [{ filters: 8, kernelSize: 3, batchNormalization: true, dropout }],
    dense: [8],
    dropout,
  });
}

const weightsOf = (model: LayersModel) => model.getWeights().map((weight) => weight.dataSync());

describe('fitNetwork', () => {
  const { x, y } = tones(30);

  it('learns an easy task, and generalizes', async () => {
    const model = network();
    const validation = tones(60);
    const history = await fitNetwork(model, x, y, { engine, seed: 1, epochs: 25, batchSize: 8, validation });
    expect(history).toHaveLength(25);
    expect(history.at(-1)!.loss).toBeLessThan(history[0]!.loss / 3);
    expect(history.at(-1)!.validationAccuracy).toBeGreaterThan(0.9);
  });

  it('gives the same weights and history for the same seed, bit for bit, dropout included', async () => {
    const run = async (seed: number) => {
      const model = network({ dropout: 0.3 });
      const history = await fitNetwork(model, x, y, { engine, seed, epochs: 3, batchSize: 8 });
      return { history, weights: weightsOf(model) };
    };
    const first = await run(5);
    expect(await run(5)).toEqual(first);
    expect((await run(6)).weights[0]).not.toEqual(first.weights[0]);
  });

  it('reports each epoch, with running means over batches of unequal size', async () => {
    // With a tiny learning rate, the running mean is the mean over all examples.
    const epochs: EpochRecord[] = [];
    const onEpoch = (epoch: EpochRecord) => epochs.push(epoch);
    const model = sequential({
      layers: [layers.flatten({ inputShape: [16, 4] }), layers.dense({ units: 3, activation: 'softmax' })],
    });
    const optimizer = { name: 'sgd', learningRate: 1e-12 } as const;
    const options = { engine, seed: 1, epochs: 2, batchSize: 8, optimizer, validation: { x, y } };
    const history = await fitNetwork(model, x, y, { ...options, onEpoch });
    expect(epochs).toEqual(history);
    expect(epochs.map(({ epoch }) => epoch)).toEqual([1, 2]);
    expect(epochs[0]!.loss).toBeCloseTo(epochs[0]!.validationLoss!, 6);
    expect(epochs[0]!.accuracy).toBeCloseTo(epochs[0]!.validationAccuracy!, 12);
  });

  it('measures precision, recall, F1 and UAR of training and validation', async () => {
    const history = await fitNetwork(network(), x, y, { engine, seed: 1, epochs: 2, validation: tones(9) });
    const scores = ['accuracy', 'precision', 'recall', 'f1', 'uar', 'validationAccuracy'] as const;
    const ofValidation = [
      'validationPrecision',
      'validationRecall',
      'validationF1',
      'validationUar',
    ] as const;
    for (const record of history) {
      for (const score of [...scores, ...ofValidation]) {
        expect(record[score]).toBeGreaterThanOrEqual(0);
        expect(record[score]).toBeLessThanOrEqual(1);
      }
      expect(record.uar).toBe(record.recall); // every class has examples
    }
    const [alone] = await fitNetwork(network(), x, y, { engine, seed: 1, epochs: 1 });
    expect(Object.keys(alone!)).toEqual(['epoch', 'loss', ...scores.slice(0, 5), 'learningRate']);
  });

  it('makes one step per epoch with one batch, and may end with a batch of one', async () => {
    const learningRateSchedule = {
      name: 'piecewise',
      boundaries: [0, 1],
      values: [3e-3, 2e-3, 1e-3],
    } as const;
    const options = { engine, seed: 1, epochs: 3, learningRateSchedule };
    const whole = await fitNetwork(network(), x, y, { ...options, batchSize: 100 });
    expect(whole.map(({ learningRate }) => learningRate)).toEqual([3e-3, 2e-3, 1e-3]);
    const uneven = await fitNetwork(network(), x, y, { ...options, batchSize: 29 });
    expect(uneven.map(({ learningRate }) => learningRate)).toEqual([2e-3, 1e-3, 1e-3]);
    const one = { x: { data: x.data.subarray(0, 64), shape: [1, 16, 4] }, y: y.subarray(0, 1) };
    const [single] = await fitNetwork(network(), one.x, one.y, { ...options, classWeights: 'balanced' });
    expect(single).toMatchObject({ epoch: 1, uar: single!.accuracy });
  });

  it('ends early with the weights of its best epoch', async () => {
    const model = network({ dropout: 0.5 });
    const validation = tones(12);
    const optimizer = { name: 'sgd', learningRate: 1, momentum: 0.9 } as const; // far too large a learning rate
    const earlyStopping = { patience: 2, restoreBestWeights: true };
    const options = { engine, seed: 1, epochs: 50, batchSize: 8, validation, optimizer, earlyStopping };
    const history = await fitNetwork(model, x, y, options);
    const losses = history.map(({ validationLoss }) => validationLoss!);
    const best = Math.min(...losses);
    expect(losses.indexOf(best)).toBe(losses.length - 3);
    const probabilities = await predictNetwork(model, validation.x, { engine });
    expect(scorePredictions(probabilities, validation.y, 3).loss).toBe(best);
  });

  it('ignores a class with weight 0', async () => {
    const classWeights = [1, 1, 0];
    const options = { engine, seed: 1, epochs: 30, batchSize: 8, validation: { x, y }, classWeights };
    const last = (await fitNetwork(network(), x, y, options)).at(-1)!;
    expect(last.validationUar).toBeCloseTo(2 / 3, 1);
    expect(last.validationPrecision).toBeLessThan(0.7); // it never predicts the third class
  });

  it('learns from mixtures, with a higher loss', async () => {
    const options = { engine, seed: 1, epochs: 25, batchSize: 8, validation: { x, y } };
    const plain = (await fitNetwork(network(), x, y, options)).at(-1)!;
    const mixed = (await fitNetwork(network(), x, y, { ...options, mixup: { alpha: 1 } })).at(-1)!;
    expect(mixed.validationAccuracy).toBeGreaterThan(0.9);
    expect(mixed.loss).toBeGreaterThan(3 * plain.loss);
  });

  it('leaks no tensors', async () => {
    const model = network({ dropout: 0.2 });
    const counts: number[] = [];
    const onEpoch = () => counts.push(tf.memory().numTensors);
    await fitNetwork(model, x, y, {
      engine,
      seed: 1,
      epochs: 4,
      batchSize: 8,
      validation: { x, y },
      onEpoch,
    });
    expect(new Set(counts).size).toBe(1);
  });

  it('stays on its engine when another backend becomes current', async () => {
    const backends: string[] = [];
    const onEpoch = () => {
      backends.push(tf.getBackend());
      void tf.setBackend('cpu');
    };
    await openEngine('tfjs-cpu');
    await fitNetwork(network(), x, y, { engine, seed: 1, epochs: 3, onEpoch });
    expect(backends).toEqual(['wasm', 'wasm', 'wasm']);
    await openEngine('tfjs-wasm');
  });

  it('adds the penalties of regularized layers to the loss', async () => {
    const penalized = (l2: number) => {
      const kernelRegularizer = { className: 'L1L2', config: { l1: 0, l2 } } as never;
      const dense = layers.dense({
        units: 3,
        activation: 'softmax',
        kernelInitializer: 'ones',
        kernelRegularizer,
      });
      return sequential({ layers: [layers.flatten({ inputShape: [16, 4] }), dense] });
    };
    const options = { engine, seed: 1, epochs: 1, batchSize: 30 };
    const [plain] = await fitNetwork(penalized(0), x, y, options);
    const [withPenalty] = await fitNetwork(penalized(0.01), x, y, options);
    expect(withPenalty!.loss - plain!.loss).toBeCloseTo(0.01 * 16 * 4 * 3, 4);
  });
});

describe('fitNetwork stops', () => {
  const { x, y } = tones(30);

  it('before the next batch when aborted, with the reason of the signal', async () => {
    const controller = new AbortController();
    const model = network();
    const onEpoch = () => controller.abort(new Error('enough'));
    const training = fitNetwork(model, x, y, { engine, seed: 1, signal: controller.signal, onEpoch });
    await expect(training).rejects.toThrow('enough');
  });

  it('when aborted by a timer in the middle of an epoch', async () => {
    const controller = new AbortController();
    setTimeout(() => controller.abort(), 20);
    const training = fitNetwork(network(), x, y, {
      engine,
      seed: 1,
      batchSize: 1,
      signal: controller.signal,
    });
    await expect(training).rejects.toThrow('aborted');
  });

  it('when the loss is NaN or infinite', async () => {
    const optimizer = { name: 'sgd', learningRate: 1e30 } as const;
    const training = fitNetwork(network(), x, y, { engine, seed: 1, optimizer });
    await expect(training).rejects.toThrow(/The loss is (NaN|Infinity) at epoch \d+, batch \d+\. Lower/);
    await expect(training).rejects.toMatchObject({ code: 'diverged' });
  });
});

describe('fitNetwork rejects', () => {
  const { x, y } = tones(6);
  const flat = { data: x.data, shape: [6, 64] };
  const short = { data: x.data.subarray(1), shape: x.shape };

  it.each<[string, () => Promise<unknown>, SerError['code'], string]>([
    [
      'examples of another shape',
      () => fitNetwork(network(), flat, y, { engine, seed: 1 }),
      'shape-mismatch',
      'Examples must have the shape [n, 16, 4]; got [6, 64]',
    ],
    [
      'data that is too short',
      () => fitNetwork(network(), short, y, { engine, seed: 1 }),
      'shape-mismatch',
      'Examples of shape [6, 16, 4] must have 384 values; got 383.',
    ],
    [
      'too few classes',
      () => fitNetwork(network(), x, y.subarray(1), { engine, seed: 1 }),
      'shape-mismatch',
      '`y` must have one value per example, 6 in all; got 5.',
    ],
    [
      'no examples',
      () =>
        fitNetwork(network(), { data: new Float32Array(), shape: [0, 16, 4] }, new Int32Array(), {
          engine,
          seed: 1,
        }),
      'shape-mismatch',
      'Training needs at least one example; got none.',
    ],
    [
      'an unknown class',
      () => fitNetwork(network(), x, Int32Array.of(0, 1, 2, 3, 0, 1), { engine, seed: 1 }),
      'invalid-option',
      '`y[3]` must be an integer from 0 to 2; got 3.',
    ],
    [
      'half an epoch',
      () => fitNetwork(network(), x, y, { engine, seed: 1, epochs: 0.5 }),
      'invalid-option',
      '`epochs` must be an integer from 1 to 1048576; got 0.5.',
    ],
    [
      'an empty batch',
      () => fitNetwork(network(), x, y, { engine, seed: 1, batchSize: 0 }),
      'invalid-option',
      '`batchSize` must be an integer from 1 to 1048576; got 0.',
    ],
    [
      'a seed that is not an integer',
      () => fitNetwork(network(), x, y, { engine, seed: NaN }),
      'invalid-option',
      '`seed` must be an integer from -2147483648 to 4294967295; got NaN.',
    ],
  ])('%s', async (_name, call, code, message) => {
    await expect(call()).rejects.toMatchObject({ name: 'SerError', code });
    await expect(call()).rejects.toThrow(message);
  });
});

describe('predictNetwork', () => {
  it('predicts the same for any batch size, with rows that sum to 1', async () => {
    const { x } = tones(10);
    const model = network();
    const whole = await predictNetwork(model, x, { engine });
    const parts = await predictNetwork(model, x, { engine, batchSize: 3 });
    expect(whole).toHaveLength(30);
    whole.forEach((probability, i) => expect(parts[i]).toBeCloseTo(probability, 6));
    for (let row = 0; row < 10; row++) {
      expect(whole.subarray(row * 3, row * 3 + 3).reduce((sum, p) => sum + p)).toBeCloseTo(1, 6);
    }
  });
});
