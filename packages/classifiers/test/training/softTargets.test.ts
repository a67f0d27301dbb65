import { describe, expect, it } from 'vitest';
import { createClassifier } from '../../src/fit/createClassifier.js';
import { MatrixProducts } from '../../src/matrix/matrixProducts.js';
import { PlainMultiplier } from '../../src/matrix/plainMultiplier.js';
import { DualRidge } from '../../src/ridge/dualRidge.js';
import { PrimalRidge } from '../../src/ridge/primalRidge.js';
import type { LinearDecisionFunction } from '../../src/training/decisionFunction.js';
import type { TrainingSet } from '../../src/training/trainingSet.js';
import { groupedExamples } from '../groupedExamples.js';
import { relativeDifference } from '../relativeDifference.js';

const { x, y, groups } = groupedExamples(11);
const set: TrainingSet = {
  x: { data: x.data, nRows: y.length, nColumns: 11 },
  y,
  nClasses: 4,
  balanced: true,
};
const products = () => new MatrixProducts(new PlainMultiplier());
const dual = (of: TrainingSet) => new DualRidge(of, [1], [{ name: 'linear' }], products());
const primal = (of: TrainingSet) => new PrimalRidge(of, [1], products());

async function weightsOf(solver: DualRidge | PrimalRidge): Promise<Float32Array> {
  const { decision } = await solver.fit({ C: 1 });
  return (decision as LinearDecisionFunction).weights.data;
}

describe('weights of examples', () => {
  const weights = Float64Array.from(y, (_, row) => 0.5 + (row % 3));

  it('give the same solution in dual and primal form', async () => {
    const weighted = { ...set, weights };
    expect(
      relativeDifference(await weightsOf(primal(weighted)), await weightsOf(dual(weighted))),
    ).toBeLessThan(1e-4);
  });

  it('count an example of weight 2 as two examples', async () => {
    const twice = Float64Array.from(y, (_, row) => (row < 20 ? 2 : 1));
    const rows = [...y.keys(), ...Array.from({ length: 20 }, (_, row) => row)];
    const repeated: TrainingSet = {
      ...{ nClasses: 4, balanced: false, y: Int32Array.from(rows, (row) => y[row]!) },
      x: {
        data: Float32Array.from(rows.flatMap((row) => [...x.data.subarray(row * 11, (row + 1) * 11)])),
        nRows: rows.length,
        nColumns: 11,
      },
    };
    const weighted = await weightsOf(dual({ ...set, balanced: false, weights: twice }));
    expect(relativeDifference(weighted, await weightsOf(dual(repeated)))).toBeLessThan(1e-4);
  });

  it('must be above 0, one for each example', async () => {
    const classifier = createClassifier({ kind: 'ridge' }, { inputShape: [1, 11], nClasses: 4 });
    await expect(classifier.fit(x, y, { groups, weights: new Float64Array(3) })).rejects.toThrow('`weights`');
    await expect(classifier.fit(x, y, { groups, weights: new Float64Array(y.length) })).rejects.toThrow(
      'a number above 0',
    );
  });
});

describe('soft labels', () => {
  const certain = Float32Array.from({ length: y.length * 4 }, (_, i) => Number(y[i >> 2] === i % 4));

  it('of certain raters give the same classifier as the labels', async () => {
    const options = { inputShape: [1, 11], nClasses: 4 };
    const [hard, soft] = [
      createClassifier({ kind: 'ridge' }, options),
      createClassifier({ kind: 'ridge' }, options),
    ];
    await hard.fit(x, y, { groups });
    await soft.fit(x, y, { groups, softLabels: certain });
    expect(await soft.predictProbabilities(x)).toEqual(await hard.predictProbabilities(x));
  });

  it('of uncertain raters pull the scores together', async () => {
    const unsure = certain.map((value) => 0.4 * value + 0.15);
    const targets = { data: unsure.map((value) => 2 * value - 1), nRows: y.length, nColumns: 4 };
    const hard = await weightsOf(dual(set));
    const soft = await weightsOf(dual({ ...set, targets }));
    // not exactly, because the penalty includes the bias
    expect(
      relativeDifference(
        soft,
        hard.map((weight) => 0.4 * weight),
      ),
    ).toBeLessThan(0.02);
  });

  it('must be probabilities of each class', async () => {
    const classifier = createClassifier({ kind: 'ridge' }, { inputShape: [1, 11], nClasses: 4 });
    const halves = certain.map((value) => value / 2);
    await expect(classifier.fit(x, y, { groups, softLabels: halves })).rejects.toThrow('sum to 1');
  });
});
