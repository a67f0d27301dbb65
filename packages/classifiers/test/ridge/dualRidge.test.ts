import { describe, expect, it } from 'vitest';
import { MatrixProducts } from '../../src/matrix/matrixProducts.js';
import { PlainMultiplier } from '../../src/matrix/plainMultiplier.js';
import { DualRidge } from '../../src/ridge/dualRidge.js';
import { PrimalRidge } from '../../src/ridge/primalRidge.js';
import type { LinearDecisionFunction } from '../../src/training/decisionFunction.js';
import type { InnerFold } from '../../src/training/innerFolds.js';
import type { TrainingSet } from '../../src/training/trainingSet.js';
import { groupedExamples } from '../groupedExamples.js';
import { relativeDifference } from '../relativeDifference.js';

const products = () => new MatrixProducts(new PlainMultiplier());

describe('ridge regression by hand', () => {
  // One feature, x = +1 and -1, targets T = ±1 for two classes: the weight is Σxt / (Σx² + 1/C), the bias 0.
  const set: TrainingSet = {
    x: { data: Float32Array.of(1, -1), nRows: 2, nColumns: 1 },
    y: Int32Array.of(0, 1),
    nClasses: 2,
    balanced: true,
  };

  it.each([DualRidge, PrimalRidge])('by %o', async (kind) => {
    const solver =
      kind === DualRidge
        ? new DualRidge(set, [0.5], [{ name: 'linear' }], products())
        : new PrimalRidge(set, [0.5], products());
    const { decision, scores } = await solver.fit({ C: 0.5 });
    const { weights, bias } = decision as LinearDecisionFunction;
    expect(weights.data[0]).toBeCloseTo(2 / (2 + 2), 6);
    expect(weights.data[1]).toBeCloseTo(-2 / (2 + 2), 6);
    bias.forEach((value) => expect(value).toBeCloseTo(0, 6));
    [0.5, -0.5, -0.5, 0.5].forEach((score, i) => expect(scores.data[i]).toBeCloseTo(score, 6));
  });
});

describe.each([11, 300])('ridge regression with %d features', (nFeatures) => {
  const { x, y } = groupedExamples(nFeatures);
  const set: TrainingSet = {
    x: { data: x.data, nRows: y.length, nColumns: nFeatures },
    y,
    nClasses: 4,
    balanced: true,
  };
  const third = (k: number): InnerFold => ({
    train: Int32Array.from(y.keys()).filter((row) => row % 3 !== k),
    heldOut: Int32Array.from(y.keys()).filter((row) => row % 3 === k),
  });

  it('has the same solution in dual form and in primal form', async () => {
    const dual = new DualRidge(set, [0.3, 3], [{ name: 'linear' }], products());
    const primal = new PrimalRidge(set, [0.3, 3], products());
    const [one, other] = [await dual.fit({ C: 3 }), await primal.fit({ C: 3 })];
    const [a, b] = [one.decision, other.decision] as [LinearDecisionFunction, LinearDecisionFunction];
    expect(relativeDifference(b.weights.data, a.weights.data)).toBeLessThan(1e-4);
    expect(relativeDifference(b.bias, a.bias)).toBeLessThan(1e-4);
    expect(relativeDifference(other.scores.data, one.scores.data)).toBeLessThan(1e-4);

    const folds = [third(0), third(1)];
    const [ofDual, ofPrimal] = [await dual.heldOutScores(folds), await primal.heldOutScores(folds)];
    for (const setting of [0, 1]) {
      for (const fold of [0, 1]) {
        const [one, other] = [ofDual[setting]![fold]!, ofPrimal[setting]![fold]!];
        expect(one.nRows).toBe(folds[fold]!.heldOut.length);
        expect(relativeDifference(other.data, one.data)).toBeLessThan(1e-4);
      }
    }
  });
});
