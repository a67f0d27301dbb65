import { type TrainableClassifier, type ClassifierDescription } from '@ser/classifiers';
import { toOnnx } from '@ser/onnx';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createClassifier } from '../../src/classifier/createClassifier.js';
import { linearWeights } from '../../src/classifier/linearWeights.js';
import { loadClassifier } from '../../src/classifier/loadClassifier.js';
import type { NetworkClassifier } from '../../src/classifier/networkClassifier.js';
import { type Engine } from '../../src/engine/engine.js';
import { openEngine } from '../../src/engine/openEngine.js';
import { type TrainingOptions } from '../../src/training/trainingOptions.js';
import { closedFormExamples } from '../closedFormExamples.js';
import { tones } from '../tones.js';

const nFeatures = 20;
const nClasses = 4;
const { x, y, groups, copies } = closedFormExamples(nFeatures);
const kinds = ['ridge', 'kernelRidge', 'logisticRegression', 'linearSvm'] as const;

let engine: Engine;
beforeAll(async () => {
  engine = await openEngine('onnx-node', { threads: 1 });
});

function create(
  description: ClassifierDescription,
  inputShape = [1, nFeatures],
): TrainableClassifier<TrainingOptions> {
  return createClassifier(description, { engine, inputShape, nClasses, seed: 1 });
}

describe('a ridge classifier', () => {
  let ridge: TrainableClassifier<TrainingOptions>;
  beforeAll(async () => {
    ridge = create({ kind: 'ridge' });
    await ridge.fit(x, y, { seed: 1, groups, copies });
  });
  afterAll(() => ridge.dispose());

  it('tells what it chose, and how every setting did on speakers held out', () => {
    const { C, innerUar, innerFolds, table } = ridge.choice!;
    expect(table.map((tried) => tried.C)).toEqual([0.1, 0.3, 1, 3, 10]);
    expect(innerFolds).toBe(3);
    expect(innerUar).toBe(Math.max(...table.map(({ uar }) => uar)));
    expect(table.find((tried) => tried.C === C)!.uar).toBe(innerUar);
  });

  it('has weights that make its probabilities, one of each feature and class', async () => {
    const { weights, bias, ...shape } = linearWeights(ridge);
    expect(shape).toEqual({ nFeatures, nClasses });
    const scores = Array.from(bias, (value, label) => {
      const features = x.data.subarray(0, nFeatures);
      return features.reduce((sum, feature, i) => sum + feature * weights[i * nClasses + label]!, value);
    });
    const total = scores.reduce((sum, score) => sum + Math.exp(score), 0);
    const probabilities = await ridge.predictProbabilities(x);
    scores.forEach((score, label) => expect(probabilities[label]).toBeCloseTo(Math.exp(score) / total, 5));
  });

  it('is saved, loaded and still linear', async () => {
    const loaded = await loadClassifier(await ridge.save(), engine);
    expect(await loaded.predictProbabilities(x)).toEqual(await ridge.predictProbabilities(x));
    expect(linearWeights(loaded)).toEqual(linearWeights(ridge));
    expect(loaded.choice).toBeUndefined();
    loaded.dispose();
  });

  it('is a plain network of standard layers, which ONNX expresses', async () => {
    const loaded = await loadClassifier(await ridge.save(), engine);
    const { model } = loaded as NetworkClassifier;
    expect(model.layers.map((layer) => layer.getClassName())).toEqual(['Flatten', 'Dense']);
    expect(toOnnx(model).length).toBeGreaterThan(4 * nFeatures * nClasses);
    loaded.dispose();
  });

  it('is the same when fitted again, bit for bit, and whatever it was fitted to before', async () => {
    const again = create({ kind: 'ridge' });
    await again.fit(
      x,
      Int32Array.from(y, (label) => 3 - label),
      { seed: 2 },
    );
    await again.fit(x, y, { seed: 1, groups, copies });
    expect(linearWeights(again)).toEqual(linearWeights(ridge));
    again.dispose();
  });

  it('has one epoch, which is told, with figures of the examples and of validation', async () => {
    const onEpoch = vi.fn();
    const again = create({ kind: 'ridge' });
    const validation = { x, y };
    const history = await again.fit(x, y, { seed: 1, groups, copies, validation, onEpoch });
    expect(history).toHaveLength(1);
    expect(onEpoch).toHaveBeenCalledExactlyOnceWith(history[0]);
    const { epoch, loss, uar, validationLoss, validationUar } = history[0]!;
    expect(epoch).toBe(1);
    expect(uar).toBeGreaterThan(0.8);
    expect(validationUar).toBe(uar);
    expect(validationLoss).toBeCloseTo(loss, 6);
    again.dispose();
  });
});

describe.each(kinds)('a classifier of kind %s', (kind) => {
  it('learns, is saved and loaded with the same predictions', async () => {
    const classifier = create({ kind });
    const [record] = await classifier.fit(x, y, { seed: 1, groups, copies });
    expect(record!.uar).toBeGreaterThan(0.8);
    const loaded = await loadClassifier(await classifier.save(), engine);
    expect(await loaded.predictProbabilities(x)).toEqual(await classifier.predictProbabilities(x));
    loaded.dispose();
    classifier.dispose();
  });

  it('finds every class as probable before it is fitted', async () => {
    const classifier = create({ kind });
    expect(classifier.choice).toBeUndefined();
    const probabilities = await classifier.predictProbabilities(x);
    expect(probabilities.every((probability) => probability === 1 / nClasses)).toBe(true);
    classifier.dispose();
  });

  it('takes examples of several frames, and a class without examples', async () => {
    const frames = tones(24);
    const classifier = create({ kind, regularization: [1] }, [16, 4]);
    const [record] = await classifier.fit(frames.x, frames.y, { seed: 1 });
    expect(record!.uar).toBe(1);
    classifier.dispose();
  });

  it('ends when it is told to, and stays what it was', async () => {
    const classifier = create({ kind });
    const signal = AbortSignal.abort(new Error('enough'));
    await expect(classifier.fit(x, y, { seed: 1, groups, signal })).rejects.toThrow('enough');
    expect(classifier.choice).toBeUndefined();
    classifier.dispose();
  });

  it('refuses features that are not finite', async () => {
    const classifier = create({ kind, regularization: [1] });
    const broken = { ...x, data: x.data.slice() };
    broken.data[7] = NaN;
    await expect(classifier.fit(broken, y, { seed: 1 })).rejects.toMatchObject({ code: 'diverged' });
    classifier.dispose();
  });
});

describe('kernel ridge with the arc-cosine kernel', () => {
  const description = { kind: 'kernelRidge', kernel: 'arcCosine' } as const;

  it('chooses C alone, and has no gamma', async () => {
    const classifier = create(description);
    await classifier.fit(x, y, { seed: 1, groups, copies });
    const { table, ...choice } = classifier.choice!;
    expect(table.map(({ C }) => C)).toEqual([0.1, 0.3, 1, 3, 10]);
    expect(choice).not.toHaveProperty('gamma');
    expect(table[0]).not.toHaveProperty('gamma');
    classifier.dispose();
  });

  it('is saved as a network with a layer of its own, and loaded with the same predictions', async () => {
    const classifier = create(description);
    const [record] = await classifier.fit(x, y, { seed: 1, groups, copies });
    expect(record!.uar).toBeGreaterThan(0.8);
    const loaded = await loadClassifier(await classifier.save(), engine);
    const { model } = loaded as NetworkClassifier;
    expect(model.layers.map((layer) => layer.getClassName())).toEqual([
      'Flatten',
      'ArcCosineSimilarity',
      'Dense',
    ]);
    expect(await loaded.predictProbabilities(x)).toEqual(await classifier.predictProbabilities(x));
    loaded.dispose();
    classifier.dispose();
  });

  it('tells what no line can: whether two features have the same sign', async () => {
    const n = 80;
    const data = Float32Array.from({ length: 2 * n }, (_, i) => 2 * Math.sin(0.7 * i * i + 1));
    const same = Int32Array.from({ length: n }, (_, row) =>
      data[2 * row]! * data[2 * row + 1]! > 0 ? 1 : 0,
    );
    const signs = { data, shape: [n, 1, 2] };
    const uarOf = async (described: ClassifierDescription) => {
      const classifier = createClassifier(described, { engine, inputShape: [1, 2], nClasses: 2, seed: 1 });
      const [record] = await classifier.fit(signs, same, { seed: 1 });
      classifier.dispose();
      return record!.uar!;
    };
    expect(await uarOf({ ...description, regularization: [10] })).toBeGreaterThan(0.9);
    expect(await uarOf({ kind: 'ridge', regularization: [10] })).toBeLessThan(0.75);
  });

  it('refuses a width', () => {
    expect(() => create({ ...description, gamma: [1] })).toThrow("The kernel 'arcCosine' has no width");
  });
});

describe.each(kinds)('a classifier of kind %s of a single speaker', (kind) => {
  it('is sure of no stranger, though it recognises every clip held out', async () => {
    const n = 60;
    const classifier = create({ kind }, [1, 4]);
    const data = Float32Array.from({ length: n * 4 }, (_, k) => {
      const [row, column] = [Math.floor(k / 4), k % 4];
      return (row % 4 === column ? 3 : 0) + 0.1 * Math.sin(k * k);
    });
    const labels = Int32Array.from({ length: n }, (_, row) => row % 4);
    const one = { x: { data, shape: [n, 1, 4] }, groups: Array.from(labels, () => 'one speaker') };
    await classifier.fit(one.x, labels, { seed: 1, groups: one.groups });
    expect(classifier.choice!.innerUar).toBe(1);
    // 61 / 64 is asked for on the mean over clips held out; a fit to all clips is a little surer.
    const probabilities = await classifier.predictProbabilities(one.x);
    expect(Math.max(...probabilities)).toBeGreaterThan(0.9);
    expect(Math.max(...probabilities)).toBeLessThan(0.999);
    classifier.dispose();
  });
});

describe('closed-form classifiers refuse', () => {
  it('groups and copies that are not one for each example', async () => {
    const classifier = create({ kind: 'ridge' });
    const fit = (options: object) => classifier.fit(x, y, { seed: 1, ...options });
    await expect(fit({ groups: ['a'] })).rejects.toMatchObject({ code: 'shape-mismatch' });
    await expect(fit({ groups: ['a'] })).rejects.toThrow(
      'Expected `groups` to have one value for each of 96',
    );
    await expect(fit({ copies: new Uint8Array(3) })).rejects.toThrow('`copies`');
    classifier.dispose();
  });

  it('examples of another shape', async () => {
    const classifier = create({ kind: 'ridge' }, [2, nFeatures]);
    await expect(classifier.fit(x, y, { seed: 1 })).rejects.toMatchObject({ code: 'shape-mismatch' });
    classifier.dispose();
  });

  it('descriptions and shapes that make no classifier', () => {
    expect(() => create({ kind: 'ridge', regularization: [-1] })).toThrow('to be a number > 0, got `-1`');
    expect(() => create({ kind: 'ridge' }, [0])).toThrow('Expected `inputShape` to be 2 positive integers');
    const shape = { engine, inputShape: [1, 3], seed: 1 };
    expect(() => createClassifier({ kind: 'ridge' }, { ...shape, nClasses: 1 })).toThrow('`nClasses`');
  });
});

describe('linearWeights', () => {
  it('refuses what is not linear', async () => {
    const shape = { engine, inputShape: [1, nFeatures], nClasses, seed: 1 };
    const deep = createClassifier({ kind: 'dense', units: [8] }, shape);
    expect(() => linearWeights(deep)).toThrow('one dense layer with softmax; this one has Dense, Dense.');
    expect(() => linearWeights(deep)).toThrow(expect.objectContaining({ code: 'invalid-network' }));
    deep.dispose();
  });

  it('takes a network without hidden layers', () => {
    const shape = { engine, inputShape: [1, nFeatures], nClasses, seed: 1 };
    const shallow = createClassifier({ kind: 'dense', units: [] }, shape);
    expect(linearWeights(shallow)).toMatchObject({ nFeatures, nClasses });
    shallow.dispose();
  });
});
