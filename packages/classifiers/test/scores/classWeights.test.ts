import { readFileSync } from 'node:fs';
import { crossEntropyOf } from '@ser/models';
import { targetsOf } from '@ser/models';
import { describe, expect, it } from 'vitest';
import { classWeightsOf } from '../../src/scores/classWeights.js';

/** Written by tools/goldens/callbacks.py. */
const golden = JSON.parse(
  readFileSync(new URL('../../../models/test/goldens/callbacks.json', import.meta.url), 'utf8'),
) as {
  readonly sklearn: string;
  readonly classWeights: readonly {
    readonly y: readonly number[];
    readonly weights: Readonly<Record<string, number>>;
  }[];
};

describe('class weights', () => {
  it('are 1 by default, or those given', () => {
    const y = Int32Array.of(0, 0, 1);
    expect(classWeightsOf(undefined, y, 2)).toEqual([1, 1]);
    expect(classWeightsOf([3, 0], y, 2)).toEqual([3, 0]);
  });

  it('balance: each class weighs the same in sum, and the mean over all examples is 1', () => {
    const y = Int32Array.of(0, 0, 0, 1, 3, 3);
    const weights = classWeightsOf('balanced', y, 4);
    const ofExamples = Array.from(y, (label) => weights[label]!);
    expect(ofExamples.reduce((sum, weight) => sum + weight)).toBeCloseTo(6, 12);
    expect([3 * weights[0]!, weights[1]!, 2 * weights[3]!]).toEqual([2, 2, 2]);
  });

  it.each(golden.classWeights)(`balance as scikit-learn ${golden.sklearn}: $y`, ({ y, weights }) => {
    const found = classWeightsOf('balanced', Int32Array.from(y), 3);
    for (const [label, weight] of Object.entries(weights))
      expect(found[Number(label)]).toBeCloseTo(weight, 12);
  });
});

describe('targets', () => {
  it('have a 1 at the class', () => {
    expect([...targetsOf(Int32Array.of(1, 0), 3)]).toEqual([0, 1, 0, 1, 0, 0]);
  });

  it('are smoothed towards all classes alike, and sum to the weight of the class', () => {
    const targets = targetsOf(Int32Array.of(1, 0), 4, { labelSmoothing: 0.2, classWeights: [1, 3, 1, 1] });
    const expected = [0.15, 2.55, 0.15, 0.15, 0.85, 0.05, 0.05, 0.05];
    expected.forEach((value, i) => expect(targets[i]).toBeCloseTo(value, 6));
  });
});

describe('crossEntropyOf', () => {
  it('is the mean negative logarithm, weighted by the targets', () => {
    const probabilities = [0.5, 0.5, 0.25, 0.75];
    expect(crossEntropyOf(probabilities, [1, 0, 0, 1], 2)).toBeCloseTo(
      -(Math.log(0.5) + Math.log(0.75)) / 2,
      12,
    );
    expect(crossEntropyOf(probabilities, [3, 0, 0.2, 0.8], 2)).toBeCloseTo(
      -(3 * Math.log(0.5) + 0.2 * Math.log(0.25) + 0.8 * Math.log(0.75)) / 2,
      12,
    );
  });

  it('stays finite where a probability is 0', () => {
    expect(crossEntropyOf([0, 1], [1, 0], 1)).toBeCloseTo(126 * Math.log(2), 9);
  });
});
