import { describe, expect, it } from 'vitest';
import { rocAuc } from '../../src/probabilities/rankingMetrics.js';
import { rocCurve } from '../../src/probabilities/rocCurve.js';
import { check, outcomes } from '../outcomes.js';

const outcome = {
  actual: [1, 0, 1, 0],
  predicted: [1, 0, 0, 0],
  nClasses: 2,
  probabilities: [0.1, 0.9, 0.3, 0.7, 0.6, 0.4, 0.8, 0.2],
};

describe('rocCurve', () => {
  it('begins where no item reaches the threshold and ends where all do', () => {
    expect(rocCurve(outcome, 1)).toEqual({
      falsePositiveRates: [0, 0, 0.5, 0.5, 1],
      truePositiveRates: [0, 0.5, 0.5, 1, 1],
      thresholds: [Infinity, 0.9, 0.7, 0.4, 0.2],
    });
  });

  it('leaves out points on a straight line', () => {
    const sorted = { ...outcome, actual: [1, 1, 0, 0] };
    expect(rocCurve(sorted, 1).thresholds).toEqual([Infinity, 0.9, 0.7, 0.2]);
  });

  it('never falls, and has the area that `rocAuc` gives', () => {
    check(outcomes, (any) => {
      const areas = rocAuc(any, { average: null });
      for (let label = 0; label < any.nClasses; label++) {
        const { falsePositiveRates: x, truePositiveRates: y } = rocCurve(any, label);
        if (Number.isNaN(areas[label]!)) continue;
        let area = 0;
        for (let i = 1; i < x.length; i++) {
          expect(x[i]! >= x[i - 1]! && y[i]! >= y[i - 1]!).toBe(true);
          area += ((x[i]! - x[i - 1]!) * (y[i]! + y[i - 1]!)) / 2;
        }
        expect(area).toBeCloseTo(areas[label]!, 12);
      }
    });
  });

  it('has NaN rates for an absent class', () => {
    const { truePositiveRates } = rocCurve({ ...outcome, actual: [0, 0, 0, 0] }, 1);
    expect(truePositiveRates.every(Number.isNaN)).toBe(true);
  });

  it('throws for a label that is not a class', () => {
    expect(() => rocCurve(outcome, 2)).toThrow(
      expect.objectContaining({
        code: 'invalid-class',
        message: expect.stringContaining('`label` must be a class index from 0 to 1; got 2'),
      }),
    );
  });
});
