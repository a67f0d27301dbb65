import { describe, expect, it } from 'vitest';
import { fitTemperature } from '../../src/calibration/temperature.js';

/** Two classes scored +1 and -1 for the first one; of four such examples as many are of it as are asked for. */
const examples = (nRight: number) => ({
  scores: { data: Float32Array.of(1, -1, 1, -1, 1, -1, 1, -1), nRows: 4, nColumns: 2 },
  y: Int32Array.from({ length: 4 }, (_, i) => (i < nRight ? 0 : 1)),
});

describe('fitTemperature', () => {
  it('gives n equal predictions, r of them right, the probability (r + 1) / (n + 2)', () => {
    // sigmoid(2t) = 4 / 6, 7 / 10
    expect(fitTemperature([examples(3)])).toBeCloseTo(Math.log(4 / 2) / 2, 9);
    expect(fitTemperature([examples(4), examples(2)])).toBeCloseTo(Math.log(7 / 3) / 2, 9);
  });

  it('is never certain even if all predictions are right; more of them make it more certain', () => {
    expect(fitTemperature([examples(4)])).toBeCloseTo(Math.log(5) / 2, 9);
    const many = Array.from({ length: 250 }, () => examples(4));
    expect(fitTemperature(many)).toBeCloseTo(Math.log(1001) / 2, 9);
  });

  it('spreads the remaining probability over all other classes', () => {
    const ofThree = {
      scores: { data: Float32Array.of(1, 0, 0, 0, 1, 0), nRows: 2, nColumns: 3 },
      y: Int32Array.of(0, 1),
    };
    // e^t / (e^t + 2) = 3 / 5
    expect(fitTemperature([ofThree])).toBeCloseTo(Math.log(3), 9);
  });

  it('is bounded when predictions are worse than chance', () => {
    expect(fitTemperature([examples(1)])).toBeCloseTo(0.001, 9);
  });

  it('takes scores of any size', () => {
    const large = examples(3);
    for (let i = 0; i < 8; i++) large.scores.data[i]! *= 300;
    expect(fitTemperature([large])).toBeCloseTo(Math.log(2) / 600, 9);
  });
});
