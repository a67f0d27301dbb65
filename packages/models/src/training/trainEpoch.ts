import type { EpochRecord } from '@ser/classifiers';
import { nextTurn } from '@ser/core';
import { diverged } from './diverged.js';
import { RunningScore } from './runningScore.js';
import type { Trainer } from './trainer.js';
import type { TrainingBatches } from './trainingBatches.js';

/** Which epoch to train. */
export interface TrainEpochOptions {
  /** Counted from 1. */
  readonly epoch: number;
  /** Learning rate of a step, counted from 0 over all epochs. */
  readonly learningRateAt: (step: number) => number;
  readonly signal?: AbortSignal | undefined;
}

/**
 * One pass over all examples; the event loop runs after every batch.
 *
 * @throws {SerError} `diverged` when the loss is NaN or infinite
 */
export async function trainEpoch(
  trainer: Trainer,
  batches: TrainingBatches,
  { epoch, learningRateAt, signal }: TrainEpochOptions,
): Promise<Omit<EpochRecord, 'epoch'>> {
  const score = new RunningScore(batches.nClasses);
  let step = 0;
  let learningRate = 0;
  for (const batch of batches.ofEpoch(epoch)) {
    signal?.throwIfAborted();
    learningRate = learningRateAt((epoch - 1) * batches.perEpoch + step);
    score.add(await trainer.step(batch, { epoch, step: step++, learningRate }), batch.y);
    if (!Number.isFinite(score.loss)) {
      throw diverged(`The loss is ${score.loss}`, `at epoch ${epoch}, batch ${step}`);
    }
    await nextTurn();
  }
  return { ...score.scores, learningRate };
}
