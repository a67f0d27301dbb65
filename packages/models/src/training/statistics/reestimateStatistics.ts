import type { Examples } from '@ser/classifiers';
import { deriveSeed, nextTurn, purposes, shuffledIndices } from '@ser/core';
import * as tf from '@tensorflow/tfjs-core';
import type { LayersModel, LayerVariable } from '@tensorflow/tfjs-layers';
import { activateEngine, type Engine } from '../../engine/engine.js';
import { gatherExamples } from '../batches.js';
import { openBatchStatistics } from './batchStatistics.js';
import { type NormalizationLayer, normalizationLayers } from './normalizationLayers.js';
import { PooledMoments } from './pooledMoments.js';

/** How statistics are re-estimated. */
export interface ReestimateOptions {
  readonly engine: Engine;
  /** Number of examples per batch, at least 1; batches are made equally large, so that none is tiny. */
  readonly batchSize: number;
  /** Seed of the order, which mixes classes and speakers. */
  readonly seed: number;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Sets the statistics of batch normalization to the mean and variance of its input over all of these examples with the
 * current weights, instead of moving averages, which lag behind.
 *
 * One forward pass serves all layers ("PreciseBN"): earlier layers normalize by their batch, and the moments of the
 * batches are pooled. This is exact for the first layer; for later ones it differs slightly from one pass per layer, at a
 * fraction of the cost. Dropout is off, so the statistics are those in prediction; with dropout the variances would be
 * too large (Li et al.).
 *
 * @see Wu and Johnson, 2021, section 3, https://arxiv.org/abs/2105.07576
 * @see Li et al., 2019, https://arxiv.org/abs/1801.05134
 */
export async function reestimateStatistics(
  model: LayersModel,
  x: Examples,
  options: ReestimateOptions,
): Promise<void> {
  const layers = normalizationLayers(model);
  if (layers.length === 0) return;
  const pooled = new Map(layers.map((layer) => [layer, new PooledMoments()]));
  const statistics = await openBatchStatistics(model, options.engine);
  try {
    for (const batch of evenBatches(x, options)) {
      options.signal?.throwIfAborted();
      const measured = await statistics.of(batch);
      for (const [layer, moments] of pooled) moments.add(measured.get(layer.name)!, batch.shape[0]!);
      await nextTurn();
    }
  } finally {
    await statistics.dispose();
  }
  activateEngine(options.engine);
  for (const [layer, moments] of pooled) writeMoments(layer, moments);
}

function* evenBatches(x: Examples, { batchSize, seed }: ReestimateOptions): Generator<Examples> {
  const nExamples = x.shape[0]!;
  const order = shuffledIndices(nExamples, deriveSeed(seed, purposes.statistics));
  const nBatches = Math.ceil(nExamples / batchSize);
  for (let i = 0; i < nBatches; i++) {
    const [start, end] = [i, i + 1].map((batch) => Math.round((batch * nExamples) / nBatches));
    yield gatherExamples(x, order.subarray(start, end));
  }
}

function writeMoments({ movingMean, movingVariance }: NormalizationLayer, { moments }: PooledMoments): void {
  write(movingMean, moments.mean);
  write(movingVariance, moments.variance);
}

function write(variable: LayerVariable, values: Float32Array): void {
  tf.tidy(() => void variable.write(tf.tensor1d(values)));
}
