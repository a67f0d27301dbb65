import { describe, expect, it } from 'vitest';
import { accuracy } from '../../src/labels/accuracy.js';
import { f1, precision, recall } from '../../src/labels/precisionRecallF1.js';

describe('macro averages, the default', () => {
  const outcome = { actual: [0, 0, 0, 1], predicted: [0, 0, 0, 0], nClasses: 2 };

  it('count each class the same', () => {
    expect(precision(outcome)).toBe((0.75 + 0) / 2);
    expect(recall(outcome)).toBe((1 + 0) / 2);
    expect(f1(outcome)).toBeCloseTo((6 / 7 + 0) / 2, 12);
    expect(f1(outcome, { average: 'macro' })).toBe(f1(outcome));
  });

  it('are means over classes: macro F1 is not the F1 of the means', () => {
    const lopsided = { actual: [0, 0, 0, 0, 1], predicted: [0, 1, 1, 1, 1], nClasses: 2 };
    expect(f1(lopsided)).toBeCloseTo(0.4, 12); // both classes have precision and recall of 1 and 1/4
    expect(precision(lopsided)).toBe(0.625);
    expect(recall(lopsided)).toBe(0.625);
  });

  it('take `zeroDivision` for the precision of a class that is never predicted; NaN is left out', () => {
    expect(precision(outcome, { zeroDivision: 1 })).toBe((0.75 + 1) / 2);
    expect(precision(outcome, { zeroDivision: NaN })).toBe(0.75);
  });
});

describe('weighted averages', () => {
  const outcome = { actual: [0, 0, 0, 1], predicted: [0, 0, 1, 1], nClasses: 2 };

  it('count each class by its items', () => {
    expect(precision(outcome, { average: 'weighted' })).toBe((3 * 1 + 1 * 0.5) / 4);
    expect(f1(outcome, { average: 'weighted' })).toBeCloseTo((3 * 0.8 + 2 / 3) / 4, 12);
  });

  it('of recall are the accuracy', () => {
    expect(recall(outcome, { average: 'weighted' })).toBe(accuracy(outcome));
  });
});

describe.each([
  ['precision', precision],
  ['recall', recall],
  ['f1', f1],
])('%s', (_, metric) => {
  const outcome = { actual: [0, 1, 2, 2], predicted: [0, 2, 2, 1], nClasses: 4 };

  it('averaged over all counts (micro) is the accuracy', () => {
    expect(metric(outcome, { average: 'micro' })).toBe(accuracy(outcome));
  });

  it('with `average: null` has one value for each class, absent ones included', () => {
    expect(metric(outcome, { average: null })).toEqual([1, 0, 0.5, 0]);
  });

  it('refuses an unknown average', () => {
    expect(() => metric(outcome, { average: 'binary' as 'macro' })).toThrow(
      expect.objectContaining({
        code: 'invalid-option',
        message: "`average` must be one of 'macro', 'weighted', 'micro', null; got 'binary'.",
      }),
    );
  });
});
