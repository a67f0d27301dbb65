import { describe, expect, it } from 'vitest';
import { type LearningRateSchedule, scheduledLearningRate } from '../../src/training/learningRateSchedule.js';
import { readGolden } from '../golden.js';

/** Recorded by `reference/goldens/callbacks.py`. */
const golden = readGolden<{
  readonly keras: string;
  readonly schedules: readonly {
    readonly schedule: LearningRateSchedule;
    readonly learningRate: number;
    readonly steps: readonly number[];
    readonly rates: readonly number[];
  }[];
}>('callbacks.json');

const ratesAt = (schedule: LearningRateSchedule, steps: readonly number[]) =>
  steps.map((step) => scheduledLearningRate(schedule, 0.8, step));

describe('a learning rate schedule', () => {
  it('decays exponentially, at each step or at intervals', () => {
    const decay = { name: 'exponential', decaySteps: 2, decayRate: 0.25 } as const;
    expect(ratesAt(decay, [0, 1, 2, 4])).toEqual([0.8, 0.4, 0.2, 0.05]);
    expect(ratesAt({ ...decay, staircase: true }, [0, 1, 2, 3, 4])).toEqual([0.8, 0.8, 0.2, 0.2, 0.05]);
  });

  it('falls along a cosine to its final rate, after a warm-up from 0', () => {
    const cosine = { name: 'cosine', decaySteps: 10, alpha: 0.5, warmupSteps: 4 } as const;
    const rates = ratesAt(cosine, [0, 1, 4, 9, 14, 99]);
    [0, 0.2, 0.8, 0.6, 0.4, 0.4].forEach((rate, i) => expect(rates[i]).toBeCloseTo(rate, 12));
  });

  it('is constant up to and including each boundary', () => {
    const piecewise = { name: 'piecewise', boundaries: [2, 5], values: [3, 2, 1] } as const;
    expect(ratesAt(piecewise, [0, 2, 3, 5, 6, 1000])).toEqual([3, 3, 2, 2, 1, 1]);
  });

  // Keras computes in float32; a cosine near its end has lost digits there.
  it.each(golden.schedules)(`equals that of Keras ${golden.keras}: $schedule`, (recorded) => {
    recorded.steps.forEach((step, i) => {
      const rate = scheduledLearningRate(recorded.schedule, recorded.learningRate, step);
      expect(Math.abs(rate - recorded.rates[i]!)).toBeLessThan(1e-6 * recorded.learningRate);
    });
  });
});
