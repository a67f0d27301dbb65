import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { TrainableClassifier } from '../../src/classifier/classifier.js';
import { type ClassifierDescription, classifierKinds } from '../../src/description/classifierDescription.js';
import { createClassifier } from '../../src/fit/createClassifier.js';
import { linearWeights } from '../../src/network/linearWeights.js';
import { loadClassifier } from '../../src/network/loadClassifier.js';
import { groupedExamples } from '../groupedExamples.js';

const nFeatures = 20;
const nClasses = 4;
const { x, y, groups, copies } = groupedExamples(nFeatures);

function create(description: ClassifierDescription, inputShape = [1, nFeatures]): TrainableClassifier {
  return createClassifier(description, { inputShape, nClasses });
}

describe('a ridge classifier', () => {
  let ridge: TrainableClassifier;
  beforeAll(async () => {
    ridge = create({ kind: 'ridge' });
    await ridge.fit(x, y, { groups, copies });
  });

  it('reports the chosen setting, and the score of every setting on held-out speakers', () => {
    const { C, innerUar, innerFolds, table } = ridge.choice!;
    expect(table.map((tried) => tried.C)).toEqual([0.1, 0.3, 1, 3, 10]);
    expect(innerFolds).toBe(3);
    expect(innerUar).toBe(Math.max(...table.map(({ uar }) => uar)));
    expect(table.find((tried) => tried.C === C)!.uar).toBe(innerUar);
  });

  it('has one weight per feature and class, which give its probabilities', async () => {
    const { weights, bias, ...shape } = linearWeights(await ridge.save());
    expect(shape).toEqual({ nFeatures, nClasses });
    const scores = Array.from(bias, (value, label) => {
      const features = x.data.subarray(0, nFeatures);
      return features.reduce((sum, feature, i) => sum + feature * weights[i * nClasses + label]!, value);
    });
    const total = scores.reduce((sum, score) => sum + Math.exp(score), 0);
    const probabilities = await ridge.predictProbabilities(x);
    scores.forEach((score, label) => expect(probabilities[label]).toBeCloseTo(Math.exp(score) / total, 6));
  });

  it('is the same when it is fitted again, bit for bit, whatever it was fitted to before', async () => {
    const again = create({ kind: 'ridge' });
    const otherClasses = y.map((label) => 3 - label);
    await again.fit(x, otherClasses, {});
    await again.fit(x, y, { groups, copies });
    expect(await again.save()).toEqual(await ridge.save());
  });

  it('has one epoch, with scores of the training and the validation examples', async () => {
    const onEpoch = vi.fn();
    const validation = { x, y };
    const again = create({ kind: 'ridge' });
    const history = await again.fit(x, y, { groups, copies, validation, onEpoch });
    expect(history).toHaveLength(1);
    expect(onEpoch).toHaveBeenCalledExactlyOnceWith(history[0]);
    const { epoch, loss, uar, validationLoss, validationUar } = history[0]!;
    expect(epoch).toBe(1);
    expect(uar).toBeGreaterThan(0.8);
    expect(validationUar).toBe(uar);
    expect(validationLoss).toBeCloseTo(loss, 6);
  });
});

describe.each(classifierKinds)('a classifier of kind %s', (kind) => {
  it('learns, and is saved and loaded with the same predictions', async () => {
    const classifier = create({ kind });
    const [record] = await classifier.fit(x, y, { groups, copies });
    expect(record!.uar).toBeGreaterThan(0.8);
    const loaded = loadClassifier(await classifier.save());
    expect(await loaded.predictProbabilities(x)).toEqual(await classifier.predictProbabilities(x));
  });

  it('takes examples of several frames, and a class without examples', async () => {
    const n = 24;
    const labels = Int32Array.from({ length: n }, (_, row) => row % 3);
    const data = Float32Array.from({ length: n * 4 * 4 }, (_, i) => {
      const isLoud = i % 4 === labels[Math.floor(i / 16)];
      return (isLoud ? 1 : 0) + 0.3 * Math.sin(0.37 * i * i);
    });
    const classifier = create({ kind, regularization: [1] }, [4, 4]);
    const [record] = await classifier.fit({ data, shape: [n, 4, 4] }, labels, {});
    expect(record!.uar).toBe(1);
  });

  it('stops when it is aborted, and stays unfitted', async () => {
    const classifier = create({ kind });
    const signal = AbortSignal.abort(new Error('enough'));
    await expect(classifier.fit(x, y, { groups, signal })).rejects.toThrow('enough');
    expect(classifier.choice).toBeUndefined();
    expect(() => classifier.predictProbabilities(x)).toThrow(expect.objectContaining({ code: 'not-fitted' }));
  });

  it('rejects features that are not finite', async () => {
    const classifier = create({ kind, regularization: [1] });
    const broken = { ...x, data: x.data.slice() };
    broken.data[7] = NaN;
    await expect(classifier.fit(broken, y, {})).rejects.toMatchObject({ code: 'diverged' });
  });

  it('is not certain about unseen speakers after training on a single one', async () => {
    const n = 60;
    const classifier = create({ kind }, [1, 4]);
    const data = Float32Array.from({ length: n * 4 }, (_, k) => {
      const [row, column] = [Math.floor(k / 4), k % 4];
      return (row % 4 === column ? 3 : 0) + 0.1 * Math.sin(k * k);
    });
    const labels = Int32Array.from({ length: n }, (_, row) => row % 4);
    const examples = { data, shape: [n, 1, 4] };
    await classifier.fit(examples, labels, { groups: Array.from(labels, () => 'one speaker') });
    expect(classifier.choice!.innerUar).toBe(1);
    // The target is 61 / 64 for the mean of the held-out clips; a fit to all clips is slightly more certain.
    const probabilities = await classifier.predictProbabilities(examples);
    expect(Math.max(...probabilities)).toBeGreaterThan(0.9);
    expect(Math.max(...probabilities)).toBeLessThan(0.999);
  });
});

describe('inner folds', () => {
  it('keep domains together with `heldOut`, if there are several', async () => {
    const domains = groups.map((group) => (group === groups[0] ? 'first' : 'second'));
    const innerFoldsOf = async (heldOut: 'group' | 'domain', ofRows: readonly string[] = domains) => {
      const classifier = create({ kind: 'ridge', heldOut });
      await classifier.fit(x, y, { groups, copies, domains: ofRows });
      return classifier.choice!.innerFolds;
    };
    expect(new Set(domains).size).toBe(2);
    expect(await innerFoldsOf('group')).toBe(3);
    expect(await innerFoldsOf('domain')).toBe(2);
    const onlyOne = domains.map(() => 'only one');
    expect(await innerFoldsOf('domain', onlyOne)).toBe(3);
  });
});

describe('kernel ridge with the arc-cosine kernel', () => {
  const description = { kind: 'kernelRidge', kernel: 'arcCosine' } as const;

  it('chooses only C, and has no gamma', async () => {
    const classifier = create(description);
    const [record] = await classifier.fit(x, y, { groups, copies });
    expect(record!.uar).toBeGreaterThan(0.8);
    const { table, ...choice } = classifier.choice!;
    expect(table.map(({ C }) => C)).toEqual([0.1, 0.3, 1, 3, 10]);
    expect(choice).not.toHaveProperty('gamma');
    expect(table[0]).not.toHaveProperty('gamma');
  });

  it('learns what no linear classifier can: whether two features have the same sign', async () => {
    const n = 80;
    const data = Float32Array.from({ length: 2 * n }, (_, i) => 2 * Math.sin(0.7 * i * i + 1));
    const haveSameSign = Int32Array.from({ length: n }, (_, row) =>
      data[2 * row]! * data[2 * row + 1]! > 0 ? 1 : 0,
    );
    const uarOf = async (described: ClassifierDescription) => {
      const classifier = createClassifier(described, { inputShape: [1, 2], nClasses: 2 });
      const [record] = await classifier.fit({ data, shape: [n, 1, 2] }, haveSameSign, {});
      return record!.uar;
    };
    expect(await uarOf({ ...description, regularization: [10] })).toBeGreaterThan(0.9);
    expect(await uarOf({ kind: 'ridge', regularization: [10] })).toBeLessThan(0.75);
  });
});

describe('classifiers reject', () => {
  it('groups and copies that are not one per example', async () => {
    const fit = (options: object) => create({ kind: 'ridge' }).fit(x, y, options);
    await expect(fit({ groups: ['a'] })).rejects.toMatchObject({ code: 'shape-mismatch' });
    await expect(fit({ groups: ['a'] })).rejects.toThrow('`groups` must have one value per example, 96');
    await expect(fit({ copies: new Uint8Array(3) })).rejects.toThrow('`copies`');
  });

  it('unknown classes', async () => {
    const wrong = y.map((label, row) => (row === 5 ? 4 : label));
    const fit = create({ kind: 'ridge' }).fit(x, wrong, {});
    await expect(fit).rejects.toThrow('`y[5]` must be an integer from 0 to 3; got 4.');
  });

  it('examples of another shape', async () => {
    const fit = create({ kind: 'ridge' }, [2, nFeatures]).fit(x, y, {});
    await expect(fit).rejects.toMatchObject({ code: 'shape-mismatch' });
  });

  it('invalid descriptions and shapes', () => {
    expect(() => create({ kind: 'ridge', regularization: [-1] })).toThrow(
      '`classifier.regularization[0]` must be a finite number above 0; got -1.',
    );
    expect(() => create({ kind: 'ridge' }, [0])).toThrow(
      '`inputShape[0]` must be an integer from 1 to 1048576; got 0.',
    );
    expect(() => createClassifier({ kind: 'ridge' }, { inputShape: [3], nClasses: 1 })).toThrow('`nClasses`');
  });
});

describe('a classifier that is disposed', () => {
  it('predicts nothing until it is fitted again; disposing of it twice is harmless', async () => {
    const classifier = create({ kind: 'ridge', regularization: [1] });
    await classifier.fit(x, y, { groups });
    classifier.dispose();
    classifier.dispose();
    await expect(classifier.save()).rejects.toMatchObject({ name: 'SerError', code: 'not-fitted' });
  });
});
