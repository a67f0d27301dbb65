import { describe, expect, it } from 'vitest';
import { accuracy } from '../src/accuracy.js';
import { macroRecall } from '../src/averages.js';
import { uar } from '../src/uar.js';

describe('uar', () => {
  it('of always the same answer is chance, however large that class; accuracy is fooled', () => {
    const outcome = { actual: [0, 0, 0, 1], predicted: [0, 0, 0, 0], nClasses: 2 };
    expect(uar(outcome)).toBe(0.5);
    expect(accuracy(outcome)).toBe(0.75);
  });

  it('does not change when one class becomes more frequent, answered as before', () => {
    const few = { actual: [0, 0, 1], predicted: [0, 1, 1], nClasses: 2 };
    const many = { actual: [0, 0, 0, 0, 1], predicted: [0, 1, 0, 1, 1], nClasses: 2 };
    expect(uar(many)).toBe(uar(few));
  });

  it('leaves out a class absent from `actual`, where macro recall counts 0', () => {
    const outcome = { actual: [0, 0, 1, 1], predicted: [0, 2, 1, 1], nClasses: 3 };
    expect(uar(outcome)).toBe(0.75);
    expect(macroRecall(outcome)).toBe(0.5);
  });
});
