import { describe, expect, it } from 'vitest';
import { cohenKappa } from '../src/cohenKappa.js';
import { mcc } from '../src/mcc.js';
import { macroSpecificity, specificity } from '../src/specificity.js';

const outcome = { actual: [0, 0, 1, 1], predicted: [0, 0, 1, 0], nClasses: 2 };
const oneClass = { actual: [1, 1], predicted: [1, 1], nClasses: 2 };

describe('cohenKappa', () => {
  it('is the agreement above chance: three of four, where two would be chance', () => {
    expect(cohenKappa(outcome)).toBe((3 - 2) / (4 - 2));
  });

  it('is not defined where chance agrees as well', () => {
    expect(cohenKappa(oneClass)).toBeNaN();
  });
});

describe('mcc', () => {
  it('is the correlation of two classes', () => {
    // (2·1 - 1·0) / √(3·2·2·1): true and false answers of the first class.
    expect(mcc(outcome)).toBeCloseTo(2 / Math.sqrt(12), 12);
  });

  it('is 0 where either side never changes', () => {
    expect(mcc(oneClass)).toBe(0);
    expect(mcc({ ...outcome, predicted: [0, 0, 0, 0] })).toBe(0);
  });
});

describe('specificity', () => {
  it('is the recall of what is not of the class', () => {
    expect(specificity(outcome)).toEqual([0.5, 1]);
    expect(macroSpecificity(outcome)).toBe(0.75);
  });

  it('takes the chosen value for a class that every item is of, NaN being left out of the mean', () => {
    expect(specificity(oneClass)).toEqual([1, 0]);
    expect(specificity(oneClass, { zeroDivision: 1 })).toEqual([1, 1]);
    expect(macroSpecificity(oneClass, { zeroDivision: NaN })).toBeNaN();
  });
});
