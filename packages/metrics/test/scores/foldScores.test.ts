import { describe, expect, it } from 'vitest';
import { foldScores, poolOutcomes } from '../../src/scores/foldScores.js';
import { score } from '../../src/scores/score.js';
import { scoreAll } from '../../src/scores/scoreAll.js';

const small = { actual: [0, 1], predicted: [0, 1], nClasses: 2 };
const large = { actual: [0, 0, 0, 0, 1, 1], predicted: [1, 1, 1, 1, 1, 1], nClasses: 2 };

describe('foldScores', () => {
  it('gives pooled and mean scores, which differ when folds do', () => {
    const { pooled, mean } = foldScores([small, large]);
    expect(pooled.accuracy).toBe(4 / 8);
    expect(mean.accuracy).toBeCloseTo((1 + 2 / 6) / 2, 12);
  });

  it('takes another scorer, and pools probabilities as well', () => {
    const confident = { ...small, probabilities: [0.9, 0.1, 0.1, 0.9] };
    const uncertain = { ...small, probabilities: [0.6, 0.4, 0.4, 0.6] };
    const { pooled, mean } = foldScores([confident, uncertain], scoreAll);
    expect(pooled.brierScore).toBeCloseTo((0.01 + 0.16) / 2, 12);
    expect(mean.brierScore).toBeCloseTo(pooled.brierScore!, 12);
    expect(mean.cohenKappa).toBe(1);
  });

  it('has a mean of NaN where a fold has no value', () => {
    const oneClass = { actual: [0, 0], predicted: [0, 0], nClasses: 2 };
    const { pooled, mean } = foldScores([small, oneClass], scoreAll);
    expect(mean.cohenKappa).toBeNaN();
    expect(pooled.cohenKappa).toBe(1);
  });

  it('averages each value by itself', () => {
    const { mean } = foldScores([small, large]);
    expect(mean.uar).toBeCloseTo((1 + 0.5) / 2, 12);
    expect(mean.macroF1).toBeCloseTo((score(small).macroF1 + score(large).macroF1) / 2, 12);
  });

  it('of equal folds gives equal values', () => {
    const { pooled, mean } = foldScores([small, small]);
    expect(pooled).toEqual(mean);
  });

  it('throws without folds', () => {
    expect(() => foldScores([])).toThrow(expect.objectContaining({ code: 'no-items' }));
  });
});

describe('poolOutcomes', () => {
  it('concatenates the folds', () => {
    expect(poolOutcomes([small, { ...small, predicted: Int32Array.of(1, 1) }])).toEqual({
      actual: [0, 1, 0, 1],
      predicted: [0, 1, 1, 1],
      nClasses: 2,
    });
  });

  it('throws for folds with different numbers of classes', () => {
    expect(() => poolOutcomes([small, { ...small, nClasses: 3 }])).toThrow(
      expect.objectContaining({
        code: 'length-mismatch',
        message: expect.stringContaining('the same `nClasses`; got 2 and 3'),
      }),
    );
  });

  it('concatenates probabilities, and throws where only some folds have them', () => {
    const one = { actual: [0], predicted: [0], nClasses: 2, probabilities: Float32Array.of(0.75, 0.25) };
    expect(poolOutcomes([one, { ...one, probabilities: [0.5, 0.5] }]).probabilities).toEqual(
      Float64Array.of(0.75, 0.25, 0.5, 0.5),
    );
    expect(() => poolOutcomes([one, small])).toThrow(
      expect.objectContaining({ code: 'no-probabilities', message: expect.stringContaining('or none') }),
    );
  });

  it('throws for a missing prediction instead of misaligning the folds', () => {
    expect(() =>
      poolOutcomes([
        { ...small, predicted: [0] },
        { ...small, predicted: [0, 1, 1] },
      ]),
    ).toThrow(expect.objectContaining({ code: 'length-mismatch' }));
  });
});
