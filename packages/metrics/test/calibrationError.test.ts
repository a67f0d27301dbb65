import { describe, expect, it } from 'vitest';
import { calibrationError, reliabilityBins } from '../src/calibrationError.js';
import { check, outcomes } from './outcomes.js';

/** Ten answers of the first of two classes: so sure, and so many of them right. */
function answers(confidence: number, rights: number) {
  const items = Array.from({ length: 10 }, (_, item) => item);
  return {
    actual: items.map((item) => (item < rights ? 0 : 1)),
    predicted: items.map(() => 0),
    nClasses: 2,
    probabilities: items.flatMap(() => [confidence, 1 - confidence]),
  };
}

describe('calibrationError', () => {
  it('is how far confidence and accuracy lie apart', () => {
    expect(calibrationError(answers(0.9, 5))).toBeCloseTo(0.4, 12);
    expect(calibrationError(answers(0.7, 7))).toBeCloseTo(0, 12);
  });

  it('takes the probability of the answer, be it the highest or not', () => {
    expect(calibrationError(answers(0.2, 2))).toBeCloseTo(0, 12);
  });

  it('of one bin is the gap of the means, which errors of either side cancel in', () => {
    const outcome = { actual: [0, 1], predicted: [0, 0], nClasses: 2, probabilities: [0.6, 0.4, 0.4, 0.6] };
    expect(calibrationError(outcome, { nBins: 1 })).toBeCloseTo(0, 12);
    expect(calibrationError(outcome, { nBins: 2 })).toBeCloseTo(0.4, 12);
  });

  it('refuses a number of bins that is none', () => {
    expect(() => calibrationError(answers(0.9, 5), { nBins: 0 })).toThrow(
      expect.objectContaining({
        code: 'invalid-option',
        message: expect.stringContaining('`nBins` must be a whole number >= 1, got `0`'),
      }),
    );
  });
});

describe('reliabilityBins', () => {
  it('puts a confidence on an edge into the bin below it, and 0 into the first', () => {
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

  it('has empty bins without figures', () => {
    const [empty] = reliabilityBins(answers(0.9, 5), { nBins: 2 });
    expect(empty).toEqual({ low: 0, high: 0.5, count: 0, confidence: NaN, accuracy: NaN });
  });

  it('holds every item once, between its edges, also with bins whose edges round', () => {
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
