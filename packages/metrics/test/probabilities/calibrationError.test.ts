import { describe, expect, it } from 'vitest';
import { calibrationError, reliabilityBins } from '../../src/probabilities/calibrationError.js';
import { check, outcomes } from '../outcomes.js';

/** Ten predictions of the first of two classes, with a confidence and a number of correct ones. */
function predictions(confidence: number, correct: number) {
  const items = Array.from({ length: 10 }, (_, item) => item);
  return {
    actual: items.map((item) => (item < correct ? 0 : 1)),
    predicted: items.map(() => 0),
    nClasses: 2,
    probabilities: items.flatMap(() => [confidence, 1 - confidence]),
  };
}

describe('calibrationError', () => {
  it('is the difference between confidence and accuracy', () => {
    expect(calibrationError(predictions(0.9, 5))).toBeCloseTo(0.4, 12);
    expect(calibrationError(predictions(0.7, 7))).toBeCloseTo(0, 12);
  });

  it('takes the probability of the predicted class, even if it is not the highest', () => {
    expect(calibrationError(predictions(0.2, 2))).toBeCloseTo(0, 12);
  });

  it('of one bin is the difference of the means, in which opposite errors cancel', () => {
    const outcome = { actual: [0, 1], predicted: [0, 0], nClasses: 2, probabilities: [0.6, 0.4, 0.4, 0.6] };
    expect(calibrationError(outcome, { nBins: 1 })).toBeCloseTo(0, 12);
    expect(calibrationError(outcome, { nBins: 2 })).toBeCloseTo(0.4, 12);
  });

  it('throws for 0 bins', () => {
    expect(() => calibrationError(predictions(0.9, 5), { nBins: 0 })).toThrow(
      expect.objectContaining({
        code: 'invalid-option',
        message: '`nBins` must be an integer from 1 to 1048576; got 0.',
      }),
    );
  });
});

describe('reliabilityBins', () => {
  it('puts a confidence on an edge into the bin below, and 0 into the first', () => {
    const outcome = {
      actual: [0, 0, 0],
      predicted: [0, 0, 1],
      nClasses: 2,
      probabilities: [0.5, 0.5, 0.75, 0.25, 1, 0],
    };
    expect(reliabilityBins(outcome, { nBins: 2 })).toEqual([
      { low: 0, high: 0.5, count: 2, confidence: 0.25, accuracy: 0.5 },
      { low: 0.5, high: 1, count: 1, confidence: 0.75, accuracy: 1 },
    ]);
  });

  it('has NaN in empty bins', () => {
    const [empty] = reliabilityBins(predictions(0.9, 5), { nBins: 2 });
    expect(empty).toEqual({ low: 0, high: 0.5, count: 0, confidence: NaN, accuracy: NaN });
  });

  it('counts every item once, between the edges of its bin, also where edges are rounded', () => {
    check(outcomes, (outcome) => {
      for (const nBins of [3, 7, 10, 15]) {
        const bins = reliabilityBins(outcome, { nBins });
        expect(bins.reduce((sum, { count }) => sum + count, 0)).toBe(outcome.actual.length);
        for (const { low, high, count, confidence } of bins) {
          if (count > 0) expect(confidence >= low - 1e-12 && confidence <= high + 1e-12).toBe(true);
        }
      }
    });
  });
});
