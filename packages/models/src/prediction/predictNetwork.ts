import type { Examples } from '@ser/classifiers';
import { countExamples, exampleSize } from '@ser/classifiers/training';
import { nextTurn, requireInteger } from '@ser/core';
import type { LayersModel } from '@tensorflow/tfjs-layers';
import { defaultEngine } from '../engine/defaultEngine.js';
import type { Engine } from '../engine/engine.js';
import { networkInterface } from '../network/networkInterface.js';
import { predictBatch } from './predictBatch.js';

/** How a network predicts. */
export interface PredictionOptions {
  /**
   * What computes.
   *
   * @default the engine that `openEngine('auto')` opens
   */
  readonly engine?: Engine;
  /**
   * Number of examples computed at a time, at least 1. It limits memory and does not change the result.
   *
   * @default 64
   */
  readonly batchSize?: number;
  /** Stops prediction before the next batch; the promise rejects with the signal's reason. */
  readonly signal?: AbortSignal;
}

/**
 * The probabilities that a model predicts for examples.
 *
 * @param model any TensorFlow.js model with one input and one output `[n, nClasses]`
 * @param x examples of shape `[n, ...inputShape]`
 * @returns row-major, `[n, nClasses]`; each row sums to 1 after a softmax
 * @throws {SerError} `shape-mismatch` when the examples do not fit the model; `invalid-network`, `engine-unavailable`
 *
 * @example
 * const probabilities = await predictNetwork(model, { data, shape: [nClips, nFrames, nFeatures] });
 */
export async function predictNetwork(
  model: LayersModel,
  x: Examples,
  { engine, batchSize = 64, signal }: PredictionOptions = {},
): Promise<Float32Array> {
  requireInteger('batchSize', batchSize, { min: 1, max: 2 ** 20 });
  const { inputShape, nClasses } = networkInterface(model);
  const nExamples = countExamples(x, inputShape);
  const size = exampleSize(inputShape);
  const probabilities = new Float32Array(nExamples * nClasses);
  const opened = engine ?? (await defaultEngine());
  for (let start = 0; start < nExamples; start += batchSize) {
    signal?.throwIfAborted();
    const end = Math.min(start + batchSize, nExamples);
    const batch = { data: x.data.subarray(start * size, end * size), shape: [end - start, ...inputShape] };
    probabilities.set(await predictBatch(model, batch, opened), start * nClasses);
    await nextTurn();
  }
  return probabilities;
}
