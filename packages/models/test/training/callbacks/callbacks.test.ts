import type { EpochRecord } from '@ser/classifiers';
import { describe, expect, it } from 'vitest';
import { EarlyStopping, type EarlyStoppingOptions } from '../../../src/training/callbacks/earlyStopping.js';
import { isImprovement, type Monitor } from '../../../src/training/callbacks/monitor.js';
import {
  ReduceLearningRateOnPlateau,
  type ReduceLearningRateOptions,
} from '../../../src/training/callbacks/reduceLearningRateOnPlateau.js';
import { readGolden } from '../../golden.js';

/** Recorded by `reference/goldens/callbacks.py`. */
const golden = readGolden<{
  readonly keras: string;
  readonly earlyStopping: readonly {
    readonly options: EarlyStoppingOptions;
    readonly values: readonly number[];
    readonly epochs: number;
    readonly weightsOf: number;
  }[];
  readonly reduceLearningRateOnPlateau: readonly {
    readonly options: ReduceLearningRateOptions;
    readonly values: readonly number[];
    readonly learningRate: number;
    readonly learningRates: readonly number[];
  }[];
}>('callbacks.json');

/** Records with only the monitored score. */
function recordsOf(values: readonly number[], monitor: Monitor = 'validationLoss'): readonly EpochRecord[] {
  return values.map((value, i) => ({ epoch: i + 1, [monitor]: value }) as unknown as EpochRecord);
}

/** The number of epochs until training stops, and the best one. */
function run(stopping: EarlyStopping, records: readonly EpochRecord[]) {
  let epochs = 0;
  let best: number | undefined;
  for (const record of records) {
    if (stopping.memory.stopped) break;
    if (stopping.observe(record)) best = record.epoch;
    epochs = record.epoch;
  }
  return { epochs, best };
}

describe('EarlyStopping', () => {
  it('stops after `patience` epochs without improvement', () => {
    const stopping = new EarlyStopping({ patience: 2 });
    expect(run(stopping, recordsOf([0.9, 0.5, 0.6, 0.4, 0.4, 0.5, 0.1]))).toEqual({ epochs: 6, best: 4 });
    expect(stopping.memory).toEqual({ wait: 2, stopped: true, best: 0.4, bestEpoch: 4 });
  });

  it('never stops after the first epoch, which has no predecessor', () => {
    expect(run(new EarlyStopping({}), recordsOf([1, 1, 0])).epochs).toBe(2);
  });

  it('treats higher values as better for all scores except losses', () => {
    const stopping = new EarlyStopping({ monitor: 'validationUar', patience: 1 });
    expect(run(stopping, recordsOf([0.2, 0.3, 0.3], 'validationUar'))).toEqual({ epochs: 3, best: 2 });
  });

  it('continues from its state as if it had not been interrupted', () => {
    const records = recordsOf([0.9, 0.5, 0.6, 0.55, 0.7, 0.1]);
    const options = { patience: 3 };
    const whole = new EarlyStopping(options);
    run(whole, records);
    const first = new EarlyStopping(options);
    run(first, records.slice(0, 3));
    const second = new EarlyStopping(options, JSON.parse(JSON.stringify(first.memory)));
    run(second, records.slice(3));
    expect(second.memory).toEqual(whole.memory);
  });

  it.each(golden.earlyStopping)(
    `stops and restores as Keras ${golden.keras}: $options`,
    ({ options, values, epochs, weightsOf }) => {
      const found = run(new EarlyStopping(options), recordsOf(values, options.monitor));
      expect(found.epochs).toBe(epochs);
      expect(options.restoreBestWeights ? (found.best ?? epochs) : epochs).toBe(weightsOf);
    },
  );
});

/** The learning rate of each epoch. */
function rates(plateau: ReduceLearningRateOnPlateau, records: readonly EpochRecord[], initial: number) {
  let rate = initial;
  return records.map((record) => {
    const ofEpoch = rate;
    rate = plateau.observe(record, rate);
    return ofEpoch;
  });
}

describe('ReduceLearningRateOnPlateau', () => {
  it('multiplies the learning rate by the factor after `patience` epochs without improvement', () => {
    const plateau = new ReduceLearningRateOnPlateau({ patience: 2, factor: 0.5 });
    expect(rates(plateau, recordsOf([1, 1, 1, 1, 1, 0.5, 0.5]), 0.8)).toEqual([
      0.8, 0.8, 0.8, 0.4, 0.4, 0.2, 0.2,
    ]);
  });

  it('does not fall below its bound', () => {
    const plateau = new ReduceLearningRateOnPlateau({ patience: 1, factor: 0.5, minLearningRate: 0.3 });
    expect(rates(plateau, recordsOf([1, 1, 1, 1]), 0.8)).toEqual([0.8, 0.8, 0.4, 0.3]);
  });

  it('suspends patience during cooldown', () => {
    const plateau = new ReduceLearningRateOnPlateau({ patience: 1, factor: 0.5, cooldown: 2 });
    expect(rates(plateau, recordsOf([1, 1, 1, 1, 1, 1]), 0.8)).toEqual([0.8, 0.8, 0.4, 0.4, 0.2, 0.2]);
  });

  // Keras stores the learning rate in float32.
  it.each(golden.reduceLearningRateOnPlateau)(
    `gives each epoch the learning rate of Keras ${golden.keras}: $options`,
    ({ options, values, learningRate, learningRates }) => {
      const plateau = new ReduceLearningRateOnPlateau(options);
      const found = rates(plateau, recordsOf(values, options.monitor), learningRate);
      found.forEach((rate, i) => expect(rate / learningRates[i]!).toBeCloseTo(1, 6));
    },
  );
});

describe('isImprovement', () => {
  it('asks for more than `minDelta`, in single precision as Keras', () => {
    expect(0.8 - 0.1).toBeGreaterThan(0.7); // by a rounding error
    expect(isImprovement('accuracy', 0.8, 0.7, 0.1)).toBe(false);
    expect(isImprovement('accuracy', 0.81, 0.7, 0.1)).toBe(true);
    expect(isImprovement('loss', 0.59, 0.7, 0.1)).toBe(true);
    expect(isImprovement('loss', 0.7, 0.7, 0)).toBe(false);
  });
});
