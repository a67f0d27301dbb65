import { describe, expect, it } from 'vitest';
import { accuracy } from '../src/accuracy.js';
import {
  macroF1,
  macroPrecision,
  macroRecall,
  microF1,
  microPrecision,
  microRecall,
  weightedF1,
  weightedPrecision,
  weightedRecall,
} from '../src/averages.js';

describe('macro averages', () => {
  const outcome = { actual: [0, 0, 0, 1], predicted: [0, 0, 0, 0], nClasses: 2 };

  it('weigh each class the same', () => {
    expect(macroPrecision(outcome)).toBe((0.75 + 0) / 2);
    expect(macroRecall(outcome)).toBe((1 + 0) / 2);
    expect(macroF1(outcome)).toBeCloseTo((6 / 7 + 0) / 2, 12);
  });

  it('are means over the classes: macro F1 is not the F1 of the means', () => {
    const lopsided = { actual: [0, 0, 0, 0, 1], predicted: [0, 1, 1, 1, 1], nClasses: 2 };
    expect(macroF1(lopsided)).toBeCloseTo(0.4, 12); // both classes have precision and recall of 1 and 1/4
    expect(macroPrecision(lopsided)).toBe(0.625);
    expect(macroRecall(lopsided)).toBe(0.625);
  });

  it('take a precision without answers as `zeroDivision`, NaN leaving it out', () => {
    expect(macroPrecision(outcome, { zeroDivision: 1 })).toBe((0.75 + 1) / 2);
    expect(macroPrecision(outcome, { zeroDivision: NaN })).toBe(0.75);
  });
});

describe('weighted averages', () => {
  const outcome = { actual: [0, 0, 0, 1], predicted: [0, 0, 1, 1], nClasses: 2 };

  it('weigh each class by its items', () => {
    expect(weightedPrecision(outcome)).toBe((3 * 1 + 1 * 0.5) / 4);
    expect(weightedF1(outcome)).toBeCloseTo((3 * 0.8 + 2 / 3) / 4, 12);
  });

  it('of recall are the accuracy', () => {
    expect(weightedRecall(outcome)).toBe(accuracy(outcome));
  });
});

describe('micro averages', () => {
  it.each([microPrecision, microRecall, microF1])('are the accuracy', (metric) => {
    const outcome = { actual: [0, 1, 2, 2], predicted: [0, 2, 2, 1], nClasses: 4 };
    expect(metric(outcome)).toBe(accuracy(outcome));
  });
});
