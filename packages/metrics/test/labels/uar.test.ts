import { describe, expect, it } from 'vitest';
import { accuracy } from '../../src/labels/accuracy.js';
import { recall } from '../../src/labels/precisionRecallF1.js';
import { uar } from '../../src/labels/uar.js';

describe('uar', () => {
  it('of always the same prediction is the chance level, even for a large class; accuracy is not', () => {
    const outcome = { actual: [0, 0, 0, 1], predicted: [0, 0, 0, 0], nClasses: 2 };
    expect(uar(outcome)).toBe(0.5);
    expect(accuracy(outcome)).toBe(0.75);
  });

  it('does not change when one class becomes more frequent with the same recall', () => {
    const few = { actual: [0, 0, 1], predicted: [0, 1, 1], nClasses: 2 };
    const many = { actual: [0, 0, 0, 0, 1], predicted: [0, 1, 0, 1, 1], nClasses: 2 };
    expect(uar(many)).toBe(uar(few));
  });

  it('leaves out a class absent from `actual`, where macro recall counts 0', () => {
    const outcome = { actual: [0, 0, 1, 1], predicted: [0, 2, 1, 1], nClasses: 3 };
    expect(uar(outcome)).toBe(0.75);
    expect(recall(outcome)).toBe(0.5);
  });
});
