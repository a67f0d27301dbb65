import { describe, expect, it } from 'vitest';
import { fitTemperature } from '../src/closedForm/temperature.js';

/** Two classes scored +1 and -1 for the first one; of four such examples as many are of it as are asked for. */
const examples = (nRight: number) => ({
  scores: { data: Float32Array.of(1, -1, 1, -1, 1, -1, 1, -1), nRows: 4, nColumns: 2 },
  y: Int32Array.from({ length: 4 }, (_, i) => (i < nRight ? 0 : 1)),
});

describe('fitTemperature', () => {
  it('makes the probability of an answer the share of answers that are right', () => {
    // sigmoid(2t) = 3/4
    expect(fitTemperature([examples(3)])).toBeCloseTo(Math.log(3) / 2, 9);
    expect(fitTemperature([examples(4), examples(2)])).toBeCloseTo(Math.log(3) / 2, 9);
  });

  it('is as large as float64 can tell where no answer is wrong, and bounded below where most are', () => {
    const sure = fitTemperature([examples(4)]);
    expect(1 / (1 + Math.exp(-2 * sure))).toBeCloseTo(1, 12);
    expect(sure).toBeLessThanOrEqual(1000);
    expect(fitTemperature([examples(1)])).toBeCloseTo(0.001, 9);
  });

  it('takes scores of any size', () => {
    const large = examples(3);
    for (let i = 0; i < 8; i++) large.scores.data[i]! *= 300;
    expect(fitTemperature([large])).toBeCloseTo(Math.log(3) / 600, 9);
  });
});
