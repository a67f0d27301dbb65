import { DomainMean } from '@ser/classifiers';
import { DualRidge } from '@ser/classifiers';
import { type Matrix, rowsOf } from '@ser/classifiers';
import { type Multiplier, MatrixProducts } from '@ser/classifiers';
import type { LinearMachine } from '@ser/classifiers';
import type { TrainingSet } from '@ser/classifiers';
import { SerError } from '@ser/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createClassifier } from '../../src/classifier/createClassifier.js';
import { type Engine } from '../../src/engine/engine.js';
import { openEngine } from '../../src/engine/openEngine.js';
import { openMultiplier } from '../../src/multiplier/openMultiplier.js';
import { closedFormExamples } from '../closedFormExamples.js';
import { relativeDifference } from '../onEngine.js';

let engine: Engine;
let multiplier: Multiplier;
beforeAll(async () => {
  engine = await openEngine('onnx-node', { threads: 1 });
  multiplier = openMultiplier(engine);
});
afterAll(() => multiplier.dispose());

const products = () => new MatrixProducts(multiplier);
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

  it('is half that of all examples and half that of the domains', async () => {
    const { machine, scores } = await new DomainMean(set, domains, ridgeOf, products()).fit({ C: 0.5 });
    const { weights, bias } = machine as LinearMachine;
    expect(weights.data[0]).toBeCloseTo(expected, 6);
    expect(weights.data[1]).toBeCloseTo(-expected, 6);
    bias.forEach((value) => expect(value).toBeCloseTo(0, 6));
    expect(scores.data[0]).toBeCloseTo(expected, 6);
    expect(scores.data[2 * 3]).toBeCloseTo(-2 * expected, 6);
  });

  it('scores what folds hold out by the rows they fit to', async () => {
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
  const { x, y, groups } = closedFormExamples(11);
  const set: TrainingSet = {
    x: { data: x.data, nRows: y.length, nColumns: 11 },
    y,
    nClasses: 4,
    balanced: true,
  };
  const half = y.map((_, row) => Number(row < y.length / 2));

  it('leaves a class to the domains that have it', async () => {
    const withoutClass3 = Int32Array.from(y.keys()).filter((row) => half[row] === 0 || y[row] !== 3);
    const some = subset(withoutClass3);
    const domains = Array.from(withoutClass3, (row) => `domain ${half[row]}`);
    const mean = await machineOf(new DomainMean(some, domains, ridgeOf, products()));
    const all = await machineOf(ridgeOf(some));
    const [has, lacks] = await Promise.all(
      [0, 1].map((domain) => machineOf(ridgeOf(subset(withoutClass3.filter((row) => half[row] === domain))))),
    );
    const ofClass = ({ nColumns, data }: Matrix, c: number) => data.slice(c * nColumns, (c + 1) * nColumns);
    const average = (c: number, shares: readonly number[]) =>
      ofClass(mean.weights, c).map((_, i) =>
        [all, has!, lacks!].reduce((sum, { weights }, k) => sum + shares[k]! * ofClass(weights, c)[i]!, 0),
      );
    expect(relativeDifference(ofClass(mean.weights, 0), average(0, [0.5, 0.25, 0.25]))).toBeLessThan(1e-5);
    expect(relativeDifference(ofClass(mean.weights, 3), average(3, [0.5, 0.5, 0]))).toBeLessThan(1e-5);
  });

  it('is a ridge like any other where there is one domain, or none is named', async () => {
    const probabilitiesOf = async (domains?: readonly string[]) => {
      const classifier = createClassifier(
        { kind: 'ridge', regularization: [1], domainMean: true },
        { engine, inputShape: [1, 11], nClasses: 4, seed: 1 },
      );
      await classifier.fit(x, y, { seed: 1, groups, domains });
      const probabilities = await classifier.predictProbabilities(x);
      classifier.dispose();
      return probabilities;
    };
    const unnamed = await probabilitiesOf();
    expect(await probabilitiesOf(Array.from(y, () => 'one'))).toEqual(unnamed);
    expect(await probabilitiesOf(Array.from(half, String))).not.toEqual(unnamed);
  });

  it('wants a domain for each example', async () => {
    const classifier = createClassifier(
      { kind: 'ridge', domainMean: true },
      { engine, inputShape: [1, 11], nClasses: 4, seed: 1 },
    );
    const fit = classifier.fit(x, y, { seed: 1, groups, domains: ['one'] });
    await expect(fit).rejects.toThrow(SerError);
    await expect(fit).rejects.toMatchObject({
      code: 'shape-mismatch',
      message: expect.stringContaining('`domains`') as string,
    });
    classifier.dispose();
  });

  function subset(rows: Int32Array): TrainingSet {
    return { ...set, x: rowsOf(set.x, rows), y: rows.map((row) => y[row]!) };
  }

  async function machineOf(solver: DomainMean | DualRidge): Promise<LinearMachine> {
    return (await solver.fit({ C: 2 })).machine as LinearMachine;
  }
});
