import { DualRidge } from '@ser/classifiers';
import type { InnerFold } from '@ser/classifiers';
import { type Multiplier, MatrixProducts } from '@ser/classifiers';
import { PrimalRidge } from '@ser/classifiers';
import type { LinearMachine } from '@ser/classifiers';
import type { TrainingSet } from '@ser/classifiers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openEngine } from '../src/engine/openEngine.js';
import { openMultiplier } from '../src/multiplier/openMultiplier.js';
import { closedFormExamples } from './closedFormExamples.js';
import { relativeDifference } from './onEngine.js';

let multiplier: Multiplier;
beforeAll(async () => {
  multiplier = openMultiplier(await openEngine('onnx-node', { threads: 1 }));
});
afterAll(() => multiplier.dispose());

const products = () => new MatrixProducts(multiplier);

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
    const { machine, scores } = await solver.fit({ C: 0.5 });
    const { weights, bias } = machine as LinearMachine;
    expect(weights.data[0]).toBeCloseTo(2 / (2 + 2), 6);
    expect(weights.data[1]).toBeCloseTo(-2 / (2 + 2), 6);
    bias.forEach((value) => expect(value).toBeCloseTo(0, 6));
    [0.5, -0.5, -0.5, 0.5].forEach((score, i) => expect(scores.data[i]).toBeCloseTo(score, 6));
  });
});

describe.each([11, 300])('ridge regression of %d features', (nFeatures) => {
  const { x, y } = closedFormExamples(nFeatures);
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

  it('has one answer, with an unknown for each example or for each feature', async () => {
    const dual = new DualRidge(set, [0.3, 3], [{ name: 'linear' }], products());
    const primal = new PrimalRidge(set, [0.3, 3], products());
    const [one, other] = [await dual.fit({ C: 3 }), await primal.fit({ C: 3 })];
    const [a, b] = [one.machine, other.machine] as [LinearMachine, LinearMachine];
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
