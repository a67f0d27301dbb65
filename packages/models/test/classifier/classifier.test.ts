import type { ClassifierFiles, TrainableClassifier } from '@ser/classifiers';
import * as tf from '@tensorflow/tfjs-core';
import { loadLayersModel } from '@tensorflow/tfjs-layers';
import { beforeAll, describe, expect, it } from 'vitest';
import { createClassifier } from '../../src/classifier/createClassifier.js';
import { loadClassifier } from '../../src/classifier/loadClassifier.js';
import type { Engine } from '../../src/engine/engine.js';
import { openEngine } from '../../src/engine/openEngine.js';
import type { NetworkDescription } from '../../src/network/networkDescription.js';
import type { TrainingOptions } from '../../src/training/trainingOptions.js';
import { tones } from '../tones.js';

const network: NetworkDescription = {
  kind: 'cnn1d',
  convolutions: [{ filters: 8, kernelSize: 3, batchNormalization: true, dropout: 0.1 }],
  dense: [8],
};
const { x, y } = tones(24);

let engine: Engine;
let classifier: TrainableClassifier<TrainingOptions>;
let files: ClassifierFiles;
beforeAll(async () => {
  engine = await openEngine('tfjs-wasm');
  classifier = createClassifier(network, { engine, inputShape: [16, 4], nClasses: 3, seed: 1 });
  await classifier.fit(x, y, { seed: 1, epochs: 3 });
  files = await classifier.save();
});

describe('a classifier', () => {
  it('has an input shape and a number of classes', () => {
    expect(classifier.inputShape).toEqual([16, 4]);
    expect(classifier.nClasses).toBe(3);
  });

  it('is saved and loaded with the same predictions', async () => {
    const loaded = await loadClassifier(files, engine);
    expect(await loaded.predictProbabilities(x)).toEqual(await classifier.predictProbabilities(x));
    expect(loaded.inputShape).toEqual([16, 4]);
    expect(loaded.nClasses).toBe(3);
    loaded.dispose();
  });

  it('can be trained further after loading', async () => {
    const [one, other] = [await loadClassifier(files, engine), await loadClassifier(files, engine)];
    const history = await one.fit(x, y, { seed: 2, epochs: 2 });
    expect(await other.fit(x, y, { seed: 2, epochs: 2 })).toEqual(history);
    one.dispose();
    other.dispose();
  });

  it('is saved in the standard format, which any TensorFlow.js program loads', async () => {
    expect(Object.keys(files)).toEqual(['model.json', 'weights.bin']);
    const { modelTopology, weightsManifest, format } = JSON.parse(
      new TextDecoder().decode(files['model.json']),
    ) as tf.io.ModelJSON;
    const weightData = files['weights.bin']!.slice().buffer;
    const weightSpecs = weightsManifest[0]!.weights;
    const model = await loadLayersModel({ load: async () => ({ modelTopology, weightSpecs, weightData }) });
    expect(format).toBe('layers-model');
    expect(model.countParams()).toBe(4 * 3 * 8 + 8 + 4 * 8 + (64 * 8 + 8) + (8 * 3 + 3));
    model.dispose();
  });

  it('can be loaded from the middle of a larger buffer', async () => {
    const inPool = (bytes: Uint8Array) => {
      const pool = Buffer.alloc(bytes.length + 16, 1);
      pool.set(bytes, 8);
      return pool.subarray(8, 8 + bytes.length);
    };
    const pooled = Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, inPool(bytes)]));
    const loaded = await loadClassifier(pooled, engine);
    expect(await loaded.predictProbabilities(x)).toEqual(await classifier.predictProbabilities(x));
    loaded.dispose();
  });

  it('is saved to the same bytes every time', async () => {
    expect(await classifier.save()).toEqual(files);
  });

  it('frees its tensors', async () => {
    const before = tf.memory().numTensors;
    const another = await loadClassifier(files, engine);
    await another.predictProbabilities(x);
    another.dispose();
    expect(tf.memory().numTensors).toBe(before);
  });

  it('may be disposed of twice, and rejects everything after it', async () => {
    const another = await loadClassifier(files, engine);
    another.dispose();
    another.dispose();
    const disposed = { code: 'disposed' };
    await expect(another.predictProbabilities(x)).rejects.toMatchObject(disposed);
    await expect(another.fit(x, y, { seed: 1 })).rejects.toMatchObject(disposed);
    await expect(another.save()).rejects.toMatchObject(disposed);
  });

  it('predicts the same on another engine', async () => {
    const cpu = await openEngine('tfjs-cpu');
    const probabilities = await (await loadClassifier(files, cpu)).predictProbabilities(x);
    const expected = await classifier.predictProbabilities(x);
    probabilities.forEach((probability, i) => expect(probability).toBeCloseTo(expected[i]!, 5));
  });

  it('rejects examples of another shape', async () => {
    const wrong = classifier.predictProbabilities({ data: x.data, shape: [24, 4, 16] });
    await expect(wrong).rejects.toMatchObject({ code: 'shape-mismatch' });
    await expect(wrong).rejects.toThrow('Examples must have the shape [n, 16, 4]; got [24, 4, 16]');
  });
});

describe('loadClassifier rejects', () => {
  const json = () => JSON.parse(new TextDecoder().decode(files['model.json'])) as Record<string, unknown>;
  const encode = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));
  const without = (name: string) => Object.fromEntries(Object.entries(files).filter(([key]) => key !== name));

  it.each<[string, () => ClassifierFiles, string, string]>([
    [
      'a missing description',
      () => without('model.json'),
      'model.json',
      'has no `model.json`; it has weights.bin.',
    ],
    [
      'missing weights',
      () => without('weights.bin'),
      'weights.bin',
      'has no `weights.bin`; it has model.json.',
    ],
    ['no files', () => ({}), 'model.json', 'has no `model.json`; it has no files.'],
    [
      'weights cut short',
      () => ({ ...files, 'weights.bin': files['weights.bin']!.subarray(4) }),
      'weights.bin',
      '`weights.bin` must have 2732 bytes of weights; got 2728.',
    ],
    [
      'a description cut short',
      () => ({ ...files, 'model.json': files['model.json']!.subarray(0, 99) }),
      'model.json',
      '`model.json` is not JSON',
    ],
    [
      'other JSON',
      () => ({ ...files, 'model.json': encode({ labels: [] }) }),
      'model.json',
      'not in the TensorFlow.js layers format',
    ],
    [
      'an unknown layer',
      () => ({
        ...files,
        'model.json': encode(JSON.parse(JSON.stringify(json()).replaceAll('"Conv1D"', '"Conv9D"'))),
      }),
      'model.json',
      'has the layer `Conv9D`, which is not built in. Load the plugin that registers it',
    ],
  ])('%s', async (_name, broken, file, message) => {
    const loading = loadClassifier(broken(), engine);
    await expect(loading).rejects.toMatchObject({ name: 'SerError', code: 'invalid-model-files', file });
    await expect(loading).rejects.toThrow(message);
  });
});

describe('createClassifier', () => {
  it('rejects an engine that is not open', () => {
    const closed: Engine = { name: 'tfjs-node', description: '' };
    expect(() =>
      createClassifier(network, { engine: closed, inputShape: [16, 4], nClasses: 3, seed: 1 }),
    ).toThrow(
      "Engine `tfjs-node` is not open in this process. Open it with `await openEngine('tfjs-node')`.",
    );
  });
});
