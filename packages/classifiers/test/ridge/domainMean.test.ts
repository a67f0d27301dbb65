import { describe, expect, it } from 'vitest';
import { createClassifier } from '../../src/fit/createClassifier.js';
import { type Matrix, rowsOf } from '../../src/matrix/matrix.js';
import { MatrixProducts } from '../../src/matrix/matrixProducts.js';
import { PlainMultiplier } from '../../src/matrix/plainMultiplier.js';
import { DomainMean } from '../../src/ridge/domainMean.js';
import { DualRidge } from '../../src/ridge/dualRidge.js';
import type { LinearDecisionFunction } from '../../src/training/decisionFunction.js';
import type { TrainingSet } from '../../src/training/trainingSet.js';
import { groupedExamples } from '../groupedExamples.js';
import { relativeDifference } from '../relativeDifference.js';

const products = () => new MatrixProducts(new PlainMultiplier());
const ridgeOf = (set: TrainingSet) => new DualRidge(set, [0.5, 2], [{ name: 'linear' }], products());

describe('the mean over domains by hand', () => {
  // One feature, targets ±1 for two classes: a weight is Σxt / (Σx² + 1/C), the bias 0, as x and -x come in pairs.
  // Domain a: x = ±1, weight 2 / (2 + 2). Domain b, twice: x = ±2, 8 / (16 + 2). All: 10 / (18 + 2).
  const set: TrainingSet = {
    x: { data: Float32Array.of(1, -1, 2, -2, 2, -2), nRows: 6, nColumns: 1 },
    y: Int32Array.of(0, 1, 0, 1, 0, 1),
    nClasses: 2,
    balanced: true,
  };
  const domains = ['a', 'a', 'b', 'b', 'b', 'b'];
  const expected = (10 / 20 + (2 / 4 + 8 / 18) / 2) / 2;

  it('is one half of all examples and one half of the domains', async () => {
    const { decision, scores } = await new DomainMean(set, domains, ridgeOf, products()).fit({ C: 0.5 });
    const { weights, bias } = decision as LinearDecisionFunction;
    expect(weights.data[0]).toBeCloseTo(expected, 6);
    expect(weights.data[1]).toBeCloseTo(-expected, 6);
    bias.forEach((value) => expect(value).toBeCloseTo(0, 6));
    expect(scores.data[0]).toBeCloseTo(expected, 6);
    expect(scores.data[2 * 3]).toBeCloseTo(-2 * expected, 6);
  });

  it('scores the held-out rows of a fold with the rows that it fits to', async () => {
    const fold = { train: Int32Array.of(0, 1, 2, 3), heldOut: Int32Array.of(4, 5) };
    // Half of b is held out: its weight is 4 / (8 + 2), that of all rows fitted to 6 / (10 + 2).
    const solver = new DomainMean(set, domains, ridgeOf, products());
    const [ofSetting] = await solver.heldOutScores([fold]);
    const weight = (6 / 12 + (2 / 4 + 4 / 10) / 2) / 2;
    expect(ofSetting![0]!.nRows).toBe(2);
    [2 * weight, -2 * weight, -2 * weight, 2 * weight].forEach((score, i) =>
      expect(ofSetting![0]!.data[i]).toBeCloseTo(score, 6),
    );
  });
});

describe('the mean over domains', () => {
  const { x, y, groups } = groupedExamples(11);
  const set: TrainingSet = {
    x: { data: x.data, nRows: y.length, nColumns: 11 },
    y,
    nClasses: 4,
    balanced: true,
  };
  const half = y.map((_, row) => Number(row < y.length / 2));

  it('takes the weights of a class from the domains that have it', async () => {
    const withoutClass3 = Int32Array.from(y.keys()).filter((row) => half[row] === 0 || y[row] !== 3);
    const some = subset(withoutClass3);
    const domains = Array.from(withoutClass3, (row) => `domain ${half[row]}`);
    const mean = await decisionOf(new DomainMean(some, domains, ridgeOf, products()));
    const all = await decisionOf(ridgeOf(some));
    const [has, lacks] = await Promise.all(
      [0, 1].map((domain) =>
        decisionOf(ridgeOf(subset(withoutClass3.filter((row) => half[row] === domain)))),
      ),
    );
    const ofClass = ({ nColumns, data }: Matrix, c: number) => data.slice(c * nColumns, (c + 1) * nColumns);
    const average = (c: number, shares: readonly number[]) =>
      ofClass(mean.weights, c).map((_, i) =>
        [all, has!, lacks!].reduce((sum, { weights }, k) => sum + shares[k]! * ofClass(weights, c)[i]!, 0),
      );
    expect(relativeDifference(ofClass(mean.weights, 0), average(0, [0.5, 0.25, 0.25]))).toBeLessThan(1e-5);
    expect(relativeDifference(ofClass(mean.weights, 3), average(3, [0.5, 0.5, 0]))).toBeLessThan(1e-5);
  });

  it('is an ordinary ridge classifier with one domain, or without domains', async () => {
    const probabilitiesOf = async (domains?: readonly string[]) => {
      const classifier = createClassifier(
        { kind: 'ridge', regularization: [1], domainMean: true },
        { inputShape: [1, 11], nClasses: 4 },
      );
      await classifier.fit(x, y, { groups, domains });
      return classifier.predictProbabilities(x);
    };
    const unnamed = await probabilitiesOf();
    expect(await probabilitiesOf(Array.from(y, () => 'one'))).toEqual(unnamed);
    expect(await probabilitiesOf(Array.from(half, String))).not.toEqual(unnamed);
  });

  it('requires one domain per example', async () => {
    const classifier = createClassifier(
      { kind: 'ridge', domainMean: true },
      { inputShape: [1, 11], nClasses: 4 },
    );
    const fit = classifier.fit(x, y, { groups, domains: ['one'] });
    await expect(fit).rejects.toMatchObject({
      code: 'shape-mismatch',
      message: expect.stringContaining('`domains`') as string,
    });
  });

  function subset(rows: Int32Array): TrainingSet {
    return { ...set, x: rowsOf(set.x, rows), y: rows.map((row) => y[row]!) };
  }

  async function decisionOf(solver: DomainMean | DualRidge): Promise<LinearDecisionFunction> {
    return (await solver.fit({ C: 2 })).decision as LinearDecisionFunction;
  }
});
