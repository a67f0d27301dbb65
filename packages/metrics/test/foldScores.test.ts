import { describe, expect, it } from 'vitest';
import { foldScores, meanScores, poolOutcomes } from '../src/foldScores.js';
import { score } from '../src/score.js';
import { scoreAll } from '../src/scoreAll.js';

const small = { actual: [0, 1], predicted: [0, 1], nClasses: 2 };
const large = { actual: [0, 0, 0, 0, 1, 1], predicted: [1, 1, 1, 1, 1, 1], nClasses: 2 };

describe('foldScores', () => {
  it('names two figures, which differ when folds do', () => {
    const { pooled, mean } = foldScores([small, large]);
    expect(pooled.accuracy).toBe(4 / 8);
    expect(mean.accuracy).toBeCloseTo((1 + 2 / 6) / 2, 12);
  });

  it('sums up every metric when asked to, probabilities pooled as well', () => {
    const sure = { ...small, probabilities: [0.9, 0.1, 0.1, 0.9] };
    const unsure = { ...small, probabilities: [0.6, 0.4, 0.4, 0.6] };
    const { pooled, mean } = foldScores([sure, unsure], scoreAll);
    expect(pooled.brierScore).toBeCloseTo((0.01 + 0.16) / 2, 12);
    expect(mean.brierScore).toBeCloseTo(pooled.brierScore!, 12);
    expect(mean.cohenKappa).toBe(1);
  });

  it('has no mean of a figure that a fold does not have', () => {
    const oneClass = { actual: [0, 0], predicted: [0, 0], nClasses: 2 };
    const { pooled, mean } = foldScores([small, oneClass], scoreAll);
    expect(mean.cohenKappa).toBeNaN();
    expect(pooled.cohenKappa).toBe(1);
  });

  it('of equal folds gives equal figures', () => {
    const { pooled, mean } = foldScores([small, small]);
    expect(pooled).toEqual(mean);
  });
});

describe('poolOutcomes', () => {
  it('puts the folds one after another', () => {
    expect(poolOutcomes([small, { ...small, predicted: Int32Array.of(1, 1) }])).toEqual({
      actual: [0, 1, 0, 1],
      predicted: [0, 1, 1, 1],
      nClasses: 2,
    });
  });

  it('refuses folds over different labels', () => {
    expect(() => poolOutcomes([small, { ...small, nClasses: 3 }])).toThrow(
      expect.objectContaining({
        code: 'length-mismatch',
        message: expect.stringContaining('got `nClasses` 2 and 3'),
      }),
    );
  });

  it('puts probabilities one after another, and refuses folds of which only some have them', () => {
    const one = { actual: [0], predicted: [0], nClasses: 2, probabilities: Float32Array.of(0.75, 0.25) };
    expect(poolOutcomes([one, { ...one, probabilities: [0.5, 0.5] }]).probabilities).toEqual(
      Float64Array.of(0.75, 0.25, 0.5, 0.5),
    );
    expect(() => poolOutcomes([one, small])).toThrow(
      expect.objectContaining({ code: 'no-probabilities', message: expect.stringContaining('or none') }),
    );
  });

  it('refuses a missing answer instead of letting the folds slip past each other', () => {
    expect(() =>
      poolOutcomes([
        { ...small, predicted: [0] },
        { ...small, predicted: [0, 1, 1] },
      ]),
    ).toThrow(expect.objectContaining({ code: 'length-mismatch' }));
  });
});

describe('meanScores', () => {
  it('averages each figure by itself', () => {
    const mean = meanScores([score(small), score(large)]);
    expect(mean.uar).toBeCloseTo((1 + 0.5) / 2, 12);
    expect(mean.macroF1).toBeCloseTo((score(small).macroF1 + score(large).macroF1) / 2, 12);
  });

  it('of no folds is refused', () => {
    expect(() => meanScores([])).toThrow(expect.objectContaining({ code: 'no-items' }));
  });
});
