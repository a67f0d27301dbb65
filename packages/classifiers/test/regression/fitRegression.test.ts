import { describe, expect, it } from 'vitest';
import { fitRegression } from '../../src/regression/fitRegression.js';

/** Twelve speakers with ten clips; two values are sums of two of the five features, in their own units. */
const nRows = 120;
const nFeatures = 5;
const data = Float32Array.from({ length: nRows * nFeatures }, (_, i) => Math.sin(0.37 * i * i));
const x = { data, shape: [nRows, 1, nFeatures] };
const groups = Array.from({ length: nRows }, (_, row) => `speaker ${row % 12}`);
const targets = Float32Array.from({ length: nRows * 2 }, (_, i) => {
  const at = (i >> 1) * nFeatures;
  return i % 2 === 0 ? 3 + data[at]! - 0.5 * data[at + 1]! : 50 + 10 * data[at + 2]!;
});

describe('fitRegression', () => {
  it('finds a linear relation, in the units of the targets', async () => {
    const regression = await fitRegression(x, targets, { nTargets: 2, groups, regularization: [1, 1e4] });
    expect(regression.regularization).toEqual([1e4, 1e4]);
    const predicted = regression.predict(x);
    predicted.forEach((value, i) => expect(value).toBeCloseTo(targets[i]!, i % 2 === 0 ? 2 : 1));
    expect(regression.weights[0]).toBeCloseTo(1, 2);
    expect(regression.bias[1]).toBeCloseTo(50, 1);
  });

  it('counts an example by its weight', async () => {
    const options = { nTargets: 1, groups, regularization: [1] };
    const weights = Float64Array.from({ length: nRows }, (_, row) => (row < 24 ? 3 : 1));
    const one = targets.filter((_, i) => i % 2 === 0).map((value, row) => value + (row < 24 ? 1 : 0));
    const [equal, weighted] = [
      (await fitRegression(x, one, options)).predict(x),
      (await fitRegression(x, one, { ...options, weights })).predict(x),
    ];
    const meanOf = (values: Float32Array) => values.reduce((sum, value) => sum + value / nRows, 0);
    // 20% of the examples are 1 higher; with three times the weight, they are 43% of all
    expect(meanOf(weighted) - meanOf(equal)).toBeCloseTo(0.43 - 0.2, 1);
  });

  it('predicts a value that never changes', async () => {
    const regression = await fitRegression(x, new Float32Array(nRows).fill(4), { nTargets: 1, groups });
    expect(regression.predict(x)[7]).toBeCloseTo(4, 5);
  });

  it('requires a finite value of each target for each example', async () => {
    await expect(fitRegression(x, targets.subarray(1), { nTargets: 2 })).rejects.toThrow(
      '`targets` must have 2 values for each of the 120 examples; got 239.',
    );
    await expect(
      fitRegression(
        x,
        targets.map(() => NaN),
        { nTargets: 2 },
      ),
    ).rejects.toThrow('targets[0]');
  });
});
