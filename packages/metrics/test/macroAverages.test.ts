import { describe, expect, it } from 'vitest';
import { macroF1, macroPrecision, macroRecall } from '../src/macroAverages.js';

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
