import type { Examples } from '@ser/classifiers';
import { type TargetOptions, targetsOf } from '@ser/classifiers/training';
import { deriveSeed, purposes, shuffledIndices } from '@ser/core';
import { type Batch, batchesOf } from './batches.js';
import { mixUp, type MixupOptions } from './mixup.js';

/** How batches are made. */
export interface TrainingBatchesOptions extends TargetOptions {
  readonly nClasses: number;
  readonly batchSize: number;
  readonly seed: number;
  readonly mixup?: MixupOptions | undefined;
}

/** The training examples, batch by batch. An epoch depends only on its number and the seed. */
export class TrainingBatches {
  readonly #x: Examples;
  readonly #y: Int32Array;
  readonly #options: TrainingBatchesOptions;

  constructor(x: Examples, y: Int32Array, options: TrainingBatchesOptions) {
    this.#x = x;
    this.#y = y;
    this.#options = options;
  }

  get nClasses(): number {
    return this.#options.nClasses;
  }

  /** Number of batches per epoch. */
  get perEpoch(): number {
    return Math.ceil(this.#y.length / this.#options.batchSize);
  }

  /** All examples in a new order. @param epoch counted from 1 */
  *ofEpoch(epoch: number): Generator<Batch> {
    const { nClasses, batchSize, seed, mixup } = this.#options;
    const order = shuffledIndices(this.#y.length, deriveSeed(seed, purposes.order, epoch));
    let step = 0;
    for (const { x, y } of batchesOf(this.#x, this.#y, order, batchSize)) {
      const batch = { x, y, targets: targetsOf(y, nClasses, this.#options) };
      yield mixup ? mixUp(batch, mixup, deriveSeed(seed, purposes.mixup, epoch, step)) : batch;
      step++;
    }
  }
}
