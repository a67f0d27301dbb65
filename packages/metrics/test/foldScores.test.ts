import { describe, expect, it } from 'vitest';
import { foldScores, meanScores, poolOutcomes } from '../src/foldScores.js';
import { metrics, score } from '../src/score.js';

const small = { actual: [0, 1], predicted: [0, 1], nClasses: 2 };
const large = { actual: [0, 0, 0, 0, 1, 1], predicted: [1, 1, 1, 1, 1, 1], nClasses: 2 };

describe('score', () => {
  it('holds every registered metric by name', () => {
    expect(Object.keys(score(small))).toEqual(Object.keys(metrics));
    expect(score(large).uar).toBe(metrics.uar(large));
  });
});

describe('foldScores', () => {
  it('names two figures, which differ when folds do', () => {
    const { pooled, mean } = foldScores([small, large]);
    expect(pooled.accuracy).toBe(4 / 8);
    expect(mean.accuracy).toBeCloseTo((1 + 2 / 6) / 2, 12);
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
