import type { Examples } from '@ser/classifiers';
import { countExamples, exampleSize } from '@ser/classifiers/training';
import { nextTurn } from '@ser/core';
import type { LayersModel } from '@tensorflow/tfjs-layers';
import { checkPositiveInteger } from '../checkPositiveInteger.js';
import type { Engine } from '../engine/engine.js';
import { networkInterface } from '../network/networkInterface.js';
import { predictBatch } from './predictBatch.js';

export interface PredictionOptions {
  readonly engine: Engine;
  /**
   * Examples computed at a time, at least 1. It bounds memory and does not change the answer.
   *
   * @default 64
   */
  readonly batchSize?: number;
  /** Ends prediction before the next batch; the promise rejects with the signal's reason. */
  readonly signal?: AbortSignal;
}

/**
 * Probabilities that a model gives to examples.
 *
 * @param x examples of shape `[n, ...inputShape]`
 * @returns row-major, `[n, nClasses]`; each row sums to 1 after a softmax
 * @throws {SerError} `shape-mismatch` when the model takes other examples
 */
export async function predictNetwork(
  model: LayersModel,
  x: Examples,
  { engine, batchSize = 64, signal }: PredictionOptions,
): Promise<Float32Array> {
  checkPositiveInteger('batchSize', batchSize);
  const { inputShape, nClasses } = networkInterface(model);
  const nExamples = countExamples(x, inputShape);
  const size = exampleSize(inputShape);
  const probabilities = new Float32Array(nExamples * nClasses);
  for (let start = 0; start < nExamples; start += batchSize) {
    signal?.throwIfAborted();
    const end = Math.min(start + batchSize, nExamples);
    const batch = { data: x.data.subarray(start * size, end * size), shape: [end - start, ...inputShape] };
    probabilities.set(await predictBatch(model, batch, engine), start * nClasses);
    await nextTurn();
  }
  return probabilities;
}
