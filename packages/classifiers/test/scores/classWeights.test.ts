import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { classWeightsOf } from '../../src/scores/classWeights.js';

/** Results of scikit-learn, recorded by `reference/goldens/callbacks.py`. */
const golden = JSON.parse(readFileSync(new URL('../goldens/classWeights.json', import.meta.url), 'utf8')) as {
  readonly sklearn: string;
  readonly classWeights: readonly {
    readonly y: readonly number[];
    readonly weights: Readonly<Record<string, number>>;
  }[];
};

describe('class weights', () => {
  it('are 1 by default, or the given ones', () => {
    const y = Int32Array.of(0, 0, 1);
    expect(classWeightsOf(undefined, y, 2)).toEqual([1, 1]);
    expect(classWeightsOf([3, 0], y, 2)).toEqual([3, 0]);
  });

  it('balance the classes: every class has the same total weight, and the mean over all examples is 1', () => {
    const y = Int32Array.of(0, 0, 0, 1, 3, 3);
    const weights = classWeightsOf('balanced', y, 4);
    const ofExamples = Array.from(y, (label) => weights[label]!);
    expect(ofExamples.reduce((sum, weight) => sum + weight)).toBeCloseTo(6, 12);
    expect([3 * weights[0]!, weights[1]!, 2 * weights[3]!]).toEqual([2, 2, 2]);
  });

  it.each(golden.classWeights)(`equal those of scikit-learn ${golden.sklearn}: $y`, ({ y, weights }) => {
    const found = classWeightsOf('balanced', Int32Array.from(y), 3);
    for (const [label, weight] of Object.entries(weights))
      expect(found[Number(label)]).toBeCloseTo(weight, 12);
  });
});
