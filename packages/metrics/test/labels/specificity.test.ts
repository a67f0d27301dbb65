import { describe, expect, it } from 'vitest';
import { specificity } from '../../src/labels/specificity.js';

const outcome = { actual: [0, 0, 1, 1], predicted: [0, 0, 1, 0], nClasses: 2 };
const oneClass = { actual: [1, 1], predicted: [1, 1], nClasses: 2 };

describe('specificity', () => {
  it('is the recall of the items of other classes', () => {
    expect(specificity(outcome, { average: null })).toEqual([0.5, 1]);
  });

  it('is averaged over classes, over their items, or over all counts', () => {
    const lopsided = { actual: [0, 0, 0, 1], predicted: [0, 0, 1, 0], nClasses: 2 };
    expect(specificity(lopsided, { average: null })).toEqual([0, 2 / 3]);
    expect(specificity(lopsided)).toBeCloseTo((0 + 2 / 3) / 2, 12);
    expect(specificity(lopsided, { average: 'weighted' })).toBeCloseTo((3 * 0 + 2 / 3) / 4, 12);
    expect(specificity(lopsided, { average: 'micro' })).toBe((0 + 2) / (1 + 3));
  });

  it('takes `zeroDivision` for a class that all items have; averages leave NaN out', () => {
    expect(specificity(oneClass, { average: null })).toEqual([1, 0]);
    expect(specificity(oneClass, { average: null, zeroDivision: 1 })).toEqual([1, 1]);
    expect(specificity(oneClass, { zeroDivision: NaN })).toBeNaN();
  });
});
