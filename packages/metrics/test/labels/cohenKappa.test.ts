import { describe, expect, it } from 'vitest';
import { cohenKappa } from '../../src/labels/cohenKappa.js';

describe('cohenKappa', () => {
  it('is the agreement above chance: three of four, where two are expected by chance', () => {
    const outcome = { actual: [0, 0, 1, 1], predicted: [0, 0, 1, 0], nClasses: 2 };
    expect(cohenKappa(outcome)).toBe((3 - 2) / (4 - 2));
  });

  it('is NaN where chance agrees as well', () => {
    expect(cohenKappa({ actual: [1, 1], predicted: [1, 1], nClasses: 2 })).toBeNaN();
  });
});
