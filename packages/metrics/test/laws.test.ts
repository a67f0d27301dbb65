import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MetricsError, metrics, type Outcome } from '../src/index.js';

// Every registered metric obeys these, whatever it measures: a new one inherits them by being registered.

const tolerance = 1e-12; // sums taken in another order

const outcomes: fc.Arbitrary<Outcome> = fc.integer({ min: 1, max: 8 }).chain((nClasses) => {
  const label = fc.integer({ min: 0, max: nClasses - 1 });
  return fc
    .array(fc.tuple(label, label), { minLength: 1, maxLength: 60 })
    .map((items) => ({ actual: items.map(([a]) => a), predicted: items.map(([, p]) => p), nClasses }));
});

/** The same items in the order, and under the class numbers, that the two functions give. */
function rewritten(outcome: Outcome, order: readonly number[], rename: (label: number) => number): Outcome {
  return {
    actual: order.map((item) => rename(outcome.actual[item]!)),
    predicted: order.map((item) => rename(outcome.predicted[item]!)),
    nClasses: outcome.nClasses,
  };
}

const indices = (length: number) => Array.from({ length }, (_, i) => i);
const shuffled = (length: number) => fc.shuffledSubarray(indices(length), { minLength: length });
const same = (label: number) => label;
const check = <T>(arbitrary: fc.Arbitrary<T>, law: (value: T) => void) =>
  fc.assert(fc.property(arbitrary, law), { seed: 1, numRuns: 200 });

describe.each(Object.entries(metrics))('%s', (_, metric) => {
  it('lies between 0 and 1', () => {
    check(outcomes, (outcome) => {
      expect(metric(outcome)).toBeGreaterThanOrEqual(0);
      expect(metric(outcome)).toBeLessThanOrEqual(1 + tolerance);
    });
  });

  it('is 1 when every answer is right, also when classes are absent', () => {
    check(outcomes, ({ actual, nClasses }) => {
      expect(metric({ actual, predicted: actual, nClasses })).toBeCloseTo(1, 12);
    });
  });

  it('is 0 when no answer is right', () => {
    const actual = [0, 1, 2, 2];
    expect(metric({ actual, predicted: actual.map((label) => (label + 1) % 3), nClasses: 3 })).toBe(0);
  });

  it('does not depend on the order of the items', () => {
    const pairs = outcomes.chain((o) => fc.tuple(fc.constant(o), shuffled(o.actual.length)));
    check(pairs, ([outcome, order]) => {
      expect(metric(rewritten(outcome, order, same))).toBe(metric(outcome));
    });
  });

  it('does not depend on which class is called which', () => {
    const pairs = outcomes.chain((o) => fc.tuple(fc.constant(o), shuffled(o.nClasses)));
    check(pairs, ([outcome, names]) => {
      const renamed = rewritten(outcome, indices(outcome.actual.length), (label) => names[label]!);
      expect(Math.abs(metric(renamed) - metric(outcome))).toBeLessThan(tolerance);
    });
  });

  it('does not change when every item is counted three times', () => {
    check(outcomes, (outcome) => {
      const all = indices(outcome.actual.length);
      const tripled = rewritten(outcome, [...all, ...all, ...all], same);
      expect(Math.abs(metric(tripled) - metric(outcome))).toBeLessThan(tolerance);
    });
  });

  it('does not change when the list of labels is longer than needed', () => {
    check(outcomes, (outcome) => {
      expect(metric({ ...outcome, nClasses: outcome.nClasses + 3 })).toBe(metric(outcome));
    });
  });

  it('takes typed arrays as well as arrays', () => {
    const { actual, predicted } = { actual: [0, 1, 1, 2], predicted: [0, 1, 2, 2] };
    const typed = { actual: Int32Array.from(actual), predicted: Uint8Array.from(predicted), nClasses: 3 };
    expect(metric(typed)).toBe(metric({ actual, predicted, nClasses: 3 }));
  });

  it.each([
    ['no-items', 'nothing to score', { actual: [], predicted: [], nClasses: 2 }],
    ['length-mismatch', 'got 2 and 1', { actual: [0, 1], predicted: [0], nClasses: 2 }],
    [
      'invalid-class',
      '`predicted[1]` must be a class index 0 … 1, got `2`',
      { actual: [0, 1], predicted: [0, 2], nClasses: 2 },
    ],
    [
      'invalid-class',
      '`actual[0]` must be a class index 0 … 1, got `-1`',
      { actual: [-1], predicted: [0], nClasses: 2 },
    ],
    ['invalid-class', 'got `0.5`', { actual: [0.5], predicted: [0], nClasses: 2 }],
    ['invalid-class', 'got `NaN`', { actual: [NaN], predicted: [0], nClasses: 2 }],
    [
      'invalid-option',
      '`nClasses` must be a whole number >= 1, got `0`',
      { actual: [0], predicted: [0], nClasses: 0 },
    ],
  ])('refuses %s: %s', (code, fragment, outcome) => {
    expect(() => metric(outcome)).toThrow(MetricsError);
    expect(() => metric(outcome)).toThrow(
      expect.objectContaining({ code, message: expect.stringContaining(fragment) }),
    );
  });
});
