import { SerError } from '@ser/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { metricNames, metrics, type MetricName } from '../src/scores/metrics.js';
import { selectItems } from '../src/outcome/selectItems.js';
import {
  check,
  indices,
  outcomes,
  perfect,
  shuffled,
  untiedOutcomes,
  type ProbabilityOutcome,
} from './outcomes.js';

// Properties of every registered metric; a newly registered metric is tested as well.

const tolerance = 1e-12; // sums taken in another order

/** NaN equals NaN. */
function expectSame(value: number, other: number) {
  if (Number.isNaN(other)) expect(value).toBeNaN();
  else expect(Math.abs(value - other)).toBeLessThanOrEqual(tolerance * Math.max(1, Math.abs(other)));
}

const classesOf = ({ actual }: ProbabilityOutcome) => new Set(Array.from(actual)).size;

/** The same items under other class numbers. */
function renamed(
  { actual, predicted, nClasses, probabilities }: ProbabilityOutcome,
  names: readonly number[],
) {
  const rename = (labels: ArrayLike<number>) => Array.from(labels, (label) => names[label]!);
  const moved = [...probabilities];
  probabilities.forEach((value, i) => {
    moved[i - (i % nClasses) + names[i % nClasses]!] = value;
  });
  return { actual: rename(actual), predicted: rename(predicted), nClasses, probabilities: moved };
}

/** The score of predictions that are the same for every item, by the shares of the true classes. */
const atChance: Partial<Record<MetricName, (shares: readonly number[]) => number>> = {
  uar: (shares) => 1 / shares.length,
  cohenKappa: () => 0,
  mcc: () => 0,
  macroRocAuc: () => 0.5,
  weightedRocAuc: () => 0.5,
  macroAveragePrecision: (shares) => 1 / shares.length,
  weightedAveragePrecision: (shares) => shares.reduce((sum, share) => sum + share ** 2, 0),
};

/** @param numRuns random cases of each property */
export function describeEveryMetric(numRuns: number): void {
  const verify = <T>(arbitrary: fc.Arbitrary<T>, property: (value: T) => void) =>
    check(arbitrary, property, numRuns);

  describe.each(metricNames)('%s', (name) => {
    const { score, range, higherIsBetter, needs } = metrics[name];
    const best = higherIsBetter ? range[1] : range[0];

    it('is in its range, or NaN', () => {
      verify(outcomes, (outcome) => {
        const value = score(outcome);
        if (Number.isNaN(value)) return;
        expect(value).toBeGreaterThanOrEqual(range[0] - tolerance);
        expect(value).toBeLessThanOrEqual(range[1] + tolerance);
      });
    });

    it('is defined where `actual` has two classes', () => {
      verify(outcomes, (outcome) => {
        fc.pre(classesOf(outcome) > 1);
        expect(score(outcome)).not.toBeNaN();
      });
    });

    it('is best when every prediction is correct and certain, also with absent classes', () => {
      verify(outcomes, (outcome) => {
        fc.pre(classesOf(outcome) > 1);
        expectSame(score(perfect(outcome)), best);
      });
    });

    it('is not best when no prediction is correct', () => {
      const { actual, probabilities, nClasses } = perfect({
        actual: [0, 1, 2, 3],
        predicted: [],
        nClasses: 4,
      });
      const wrong = { actual: [1, 2, 3, 0], predicted: actual, nClasses, probabilities };
      expect(Math.abs(score(wrong) - best)).toBeGreaterThan(0.3);
    });

    it('does not depend on the order of the items', () => {
      const pairs = outcomes.chain((outcome) =>
        fc.tuple(fc.constant(outcome), shuffled(outcome.actual.length)),
      );
      verify(pairs, ([outcome, order]) => expectSame(score(selectItems(outcome, order)), score(outcome)));
    });

    it('does not depend on the numbers of the classes', () => {
      // Of equally probable classes, top-k accuracy takes the one with the higher number, as in scikit-learn.
      const pairs = untiedOutcomes.chain((outcome) =>
        fc.tuple(fc.constant(outcome), shuffled(outcome.nClasses)),
      );
      verify(pairs, ([outcome, names]) => expectSame(score(renamed(outcome, names)), score(outcome)));
    });

    it('does not change when every item is counted three times', () => {
      verify(outcomes, (outcome) => {
        const all = indices(outcome.actual.length);
        expectSame(score(selectItems(outcome, [...all, ...all, ...all])), score(outcome));
      });
    });

    it('does not change when the list of labels is longer than needed', () => {
      verify(untiedOutcomes, (outcome) => {
        fc.pre(name !== 'brierScore' || outcome.nClasses !== 2); // halved for two classes, as is usual
        const { nClasses, probabilities } = outcome;
        const rows = indices(outcome.actual.length).flatMap((item) => [
          ...probabilities.slice(item * nClasses, (item + 1) * nClasses),
          ...[0, 0, 0],
        ]);
        expectSame(score({ ...outcome, nClasses: nClasses + 3, probabilities: rows }), score(outcome));
      });
    });

    const chanceOf = atChance[name];
    if (chanceOf !== undefined) {
      it('is at chance when all predictions are the same', () => {
        verify(outcomes, (outcome) => {
          fc.pre(classesOf(outcome) > 1);
          const items = Array.from(outcome.actual);
          const row = outcome.probabilities.slice(0, outcome.nClasses);
          const same = {
            ...outcome,
            predicted: items.map(() => items[0]!),
            probabilities: items.flatMap(() => row),
          };
          const shares = [...new Set(items)].map(
            (one) => items.filter((label) => label === one).length / items.length,
          );
          expectSame(score(same), chanceOf(shares));
        });
      });
    }

    it('takes typed arrays as well as arrays', () => {
      const plain = perfect({ actual: [0, 1, 1, 2], predicted: [], nClasses: 3 });
      const typed = {
        actual: Int32Array.from(plain.actual),
        predicted: Uint8Array.from(plain.predicted),
        nClasses: 3,
        probabilities: Float32Array.from(plain.probabilities),
      };
      expect(score(typed)).toBe(score(plain));
    });

    const two = { actual: [0, 1], predicted: [0, 1], nClasses: 2, probabilities: [0.5, 0.5, 0.5, 0.5] };

    it.each([
      ['no-items', 'a score needs at least one item', { actual: [], predicted: [] }],
      ['length-mismatch', 'got 2 and 1', { predicted: [0] }],
      ['invalid-class', '`predicted[1]` must be a class index from 0 to 1; got 2', { predicted: [0, 2] }],
      ['invalid-class', '`actual[0]` must be a class index from 0 to 1; got -1', { actual: [-1, 0] }],
      ['invalid-class', 'got 0.5', { actual: [0.5, 0] }],
      ['invalid-class', 'got NaN', { actual: [NaN, 0] }],
      ['invalid-option', '`nClasses` must be an integer from 1 to 65536; got 0', { nClasses: 0 }],
    ])('throws %s: %s', (code, fragment, change) => {
      expect(() => score({ ...two, ...change })).toThrow(SerError);
      expect(() => score({ ...two, ...change })).toThrow(
        expect.objectContaining({ code, message: expect.stringContaining(fragment) }),
      );
    });

    if (needs === 'labels') {
      it('ignores probabilities', () => {
        expect(score({ ...two, probabilities: [7] })).toBe(score(two));
      });
      return;
    }

    it.each([
      ['no-probabilities', 'needs `probabilities`', undefined],
      ['length-mismatch', '2 values for each of the 2 items; got 3', [0.5, 0.5, 1]],
      ['invalid-probability', 'got -0.5 for item 1, class 1', [0.5, 0.5, 1, -0.5]],
      ['invalid-probability', 'got NaN for item 0, class 0', [NaN, 0.5, 1, 0]],
      [
        'invalid-probability',
        'item 1 must sum to 1; got 0.75. Pass probabilities, not logits',
        [1, 0, 0.5, 0.25],
      ],
    ])('throws %s: %s', (code, fragment, probabilities) => {
      expect(() => score({ ...two, probabilities })).toThrow(
        expect.objectContaining({ code, message: expect.stringContaining(fragment) }),
      );
    });
  });
}
