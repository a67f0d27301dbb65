import { describe, expect, it, vi } from 'vitest';
import type { StoredExamples } from '../../src/classifier/examples.js';
import { createClassifier } from '../../src/fit/createClassifier.js';
import { MatrixProducts } from '../../src/matrix/matrixProducts.js';
import { PlainMultiplier } from '../../src/matrix/plainMultiplier.js';
import { PrimalRidge } from '../../src/ridge/primalRidge.js';
import { StoredRidge } from '../../src/ridge/storedRidge.js';
import type { LinearDecisionFunction } from '../../src/training/decisionFunction.js';
import type { InnerFold } from '../../src/training/innerFolds.js';
import { groupedExamples } from '../groupedExamples.js';
import { relativeDifference } from '../relativeDifference.js';

const nFeatures = 11;
const { x, y, groups, copies } = groupedExamples(nFeatures);

/** Largest difference from `PrimalRidge`, relative to the largest value. */
const tolerance = 1e-5;

/** The examples as rows that are read on request. */
const stored: StoredExamples = {
  shape: [y.length, 1, nFeatures],
  read(rows) {
    const data = new Float32Array(rows.length * nFeatures);
    rows.forEach((row, i) =>
      data.set(x.data.subarray(row * nFeatures, (row + 1) * nFeatures), i * nFeatures),
    );
    return data;
  },
};

describe('StoredRidge', () => {
  const weights = Float64Array.from(y, (_, row) => 1 + (row % 3));
  const labels = { y, nClasses: 4, balanced: true, weights };
  const products = new MatrixProducts(new PlainMultiplier());
  const regularization = [0.3, 3];
  const onProgress = vi.fn();
  const byBlocks = new StoredRidge(stored, { labels, regularization, products, onProgress });
  const inMemory = new PrimalRidge(
    { ...labels, x: { data: x.data, nRows: y.length, nColumns: nFeatures } },
    regularization,
    products,
  );
  const folds = [0, 1].map((k): InnerFold => ({
    train: Int32Array.from(y.keys()).filter((row) => row % 3 !== k),
    heldOut: Int32Array.from(y.keys()).filter((row) => row % 3 === k),
  }));

  it('scores held-out examples as PrimalRidge does', async () => {
    const [stored, expected] = [await byBlocks.heldOutScores(folds), await inMemory.heldOutScores(folds)];
    for (const setting of [0, 1]) {
      for (const fold of [0, 1]) {
        const [scores, other] = [stored[setting]![fold]!, expected[setting]![fold]!];
        expect(scores.nRows).toBe(folds[fold]!.heldOut.length);
        expect(relativeDifference(scores.data, other.data)).toBeLessThan(tolerance);
      }
    }
    expect(onProgress).toHaveBeenLastCalledWith(y.length, y.length);
  });

  it('has the solution of PrimalRidge', async () => {
    const [one, other] = [await byBlocks.fit({ C: 3 }), await inMemory.fit({ C: 3 })];
    const [a, b] = [one.decision, other.decision] as [LinearDecisionFunction, LinearDecisionFunction];
    expect(relativeDifference(a.weights.data, b.weights.data)).toBeLessThan(tolerance);
    expect(relativeDifference(a.bias, b.bias)).toBeLessThan(tolerance);
    expect(relativeDifference(one.scores.data, other.scores.data)).toBeLessThan(tolerance);
  });
});

describe('fitStored', () => {
  const shape = { inputShape: [1, nFeatures], nClasses: 4 };

  it('chooses the settings of fit, and predicts the same', async () => {
    const [one, other] = [
      createClassifier({ kind: 'ridge' }, shape),
      createClassifier({ kind: 'ridge' }, shape),
    ];
    const history = await one.fitStored!(stored, y, { groups, copies });
    expect(history).toHaveLength(1);
    await other.fit({ data: x.data, shape: stored.shape }, y, { groups, copies });
    expect(one.choice!.C).toBe(other.choice!.C);
    expect(one.choice!.innerUar).toBeCloseTo(other.choice!.innerUar, 6);
    const examples = { data: x.data, shape: stored.shape };
    const [probabilities, expected] = [
      await one.predictProbabilities(examples),
      await other.predictProbabilities(examples),
    ];
    expect(relativeDifference(probabilities, expected)).toBeLessThan(1e-4);
  });

  it('is absent from classifiers that need all examples at once', () => {
    expect(createClassifier({ kind: 'kernelRidge' }, shape).fitStored).toBeUndefined();
    expect(createClassifier({ kind: 'ridge', domainMean: true }, shape).fitStored).toBeUndefined();
  });

  it('rejects another shape', async () => {
    const ridge = createClassifier({ kind: 'ridge' }, { inputShape: [1, 12], nClasses: 4 });
    await expect(ridge.fitStored!(stored, y, { groups })).rejects.toThrow('shape [n, 1, 12]');
  });
});
