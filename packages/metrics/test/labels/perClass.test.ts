import { describe, expect, it } from 'vitest';
import { perClass } from '../../src/labels/perClass.js';

describe('perClass', () => {
  it('has precision, recall, F1, and support of each class', () => {
    const outcome = { actual: [0, 0, 1], predicted: [0, 1, 1], nClasses: 2 };
    expect(perClass(outcome)).toEqual([
      { precision: 1, recall: 0.5, f1: 2 / 3, support: 2 },
      { precision: 0.5, recall: 1, f1: 2 / 3, support: 1 },
    ]);
  });

  it('has an F1 that is the harmonic mean of precision and recall', () => {
    const outcome = { actual: [0, 0, 0, 1, 1, 1], predicted: [0, 0, 1, 0, 1, 1], nClasses: 2 };
    for (const { precision, recall, f1 } of perClass(outcome)) {
      expect(f1).toBeCloseTo((2 * precision * recall) / (precision + recall), 12);
    }
  });

  describe('of a class that does not occur', () => {
    const outcome = { actual: [0, 0], predicted: [0, 0], nClasses: 2 };

    it('is 0 unless asked otherwise', () => {
      expect(perClass(outcome)[1]).toEqual({ precision: 0, recall: 0, f1: 0, support: 0 });
    });

    it.each([0, 1, NaN])('is `zeroDivision` %d', (zeroDivision) => {
      expect(perClass(outcome, { zeroDivision })[1]).toEqual({
        precision: zeroDivision,
        recall: zeroDivision,
        f1: zeroDivision,
        support: 0,
      });
    });
  });

  it('throws for another `zeroDivision`', () => {
    const outcome = { actual: [0], predicted: [0], nClasses: 1 };
    expect(() => perClass(outcome, { zeroDivision: 0.5 })).toThrow(
      expect.objectContaining({
        code: 'invalid-option',
        message: '`zeroDivision` must be one of 0, 1, NaN; got 0.5.',
      }),
    );
  });
});
