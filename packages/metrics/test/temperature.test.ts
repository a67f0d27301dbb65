import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { logLoss } from '../src/logLoss.js';
import { applyTemperature, fitTemperature } from '../src/temperature.js';
import { check, perfect, untiedOutcomes } from './outcomes.js';

describe('applyTemperature', () => {
  it('is a power of the odds: half of the log odds at a temperature of 2', () => {
    const softened = applyTemperature([0.8, 0.2], { nClasses: 2, temperature: 2 });
    expect(softened[0]! / softened[1]!).toBeCloseTo(Math.sqrt(4), 12);
  });

  it('changes nothing at 1, and leaves rows that sum to 1 and keep their order', () => {
    check(
      fc.tuple(untiedOutcomes, fc.double({ min: 0.2, max: 5, noNaN: true })),
      ([outcome, temperature]) => {
        const { probabilities, nClasses } = outcome;
        const same = applyTemperature(probabilities, { nClasses, temperature: 1 });
        const scaled = applyTemperature(probabilities, { nClasses, temperature });
        for (let first = 0; first < probabilities.length; first += nClasses) {
          const row = scaled.subarray(first, first + nClasses);
          expect(row.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 12);
          const before = probabilities.slice(first, first + nClasses);
          expect(row.indexOf(Math.max(...row))).toBe(before.indexOf(Math.max(...before)));
          before.forEach((value, label) => expect(same[first + label]).toBeCloseTo(value, 12));
        }
      },
    );
  });

  it.each([
    ['invalid-option', '`temperature` must be above 0, got `0`', { nClasses: 2, temperature: 0 }],
    ['invalid-option', '`nClasses` must be a whole number >= 1, got `0`', { nClasses: 0, temperature: 1 }],
    ['length-mismatch', 'whole rows of 3, got 2', { nClasses: 3, temperature: 1 }],
  ])('refuses %s: %s', (code, fragment, options) => {
    expect(() => applyTemperature([0.5, 0.5], options)).toThrow(
      expect.objectContaining({ code, message: expect.stringContaining(fragment) }),
    );
  });
});

describe('fitTemperature', () => {
  it('finds out by how much answers are too sure', () => {
    // Right in 3 of 4 cases, and 0.9 sure: log(3) is what the log odds should be, log(9) what they are.
    const outcome = {
      actual: [0, 0, 0, 1],
      predicted: [0, 0, 0, 0],
      nClasses: 2,
      probabilities: [0.9, 0.1, 0.9, 0.1, 0.9, 0.1, 0.9, 0.1],
    };
    expect(fitTemperature(outcome)).toBeCloseTo(Math.log(9) / Math.log(3), 12);
  });

  it('leaves no temperature that does better', () => {
    check(untiedOutcomes, (outcome) => {
      const { probabilities, nClasses } = outcome;
      const best = fitTemperature(outcome);
      const lossAt = (temperature: number) =>
        logLoss({ ...outcome, probabilities: applyTemperature(probabilities, { nClasses, temperature }) });
      const least = lossAt(best);
      const others = [best * 0.9, best * 1.1, 1].filter((other) => Math.abs(Math.log(other)) <= 10);
      for (const other of others) expect(least).toBeLessThanOrEqual(lossAt(other) + 1e-9);
    });
  });

  it('stops at e^-10 where every answer is right and at e^10 where dice would do better', () => {
    const right = perfect({ actual: [0, 1, 1], predicted: [], nClasses: 2 });
    const sure = { ...right, probabilities: right.probabilities.map((value) => 0.1 + 0.8 * value) };
    expect(fitTemperature(sure)).toBeCloseTo(Math.exp(-10), 15);
    expect(fitTemperature({ ...sure, actual: [1, 0, 0] })).toBeCloseTo(Math.exp(10), 8);
  });

  it('needs probabilities', () => {
    expect(() => fitTemperature({ actual: [0], predicted: [0], nClasses: 2 })).toThrow(
      expect.objectContaining({ code: 'no-probabilities' }),
    );
  });
});
