import type { Examples } from '@ser/classifiers';
import { deriveSeed, nextTurn, purposes, shuffledIndices } from '@ser/core';
import * as tf from '@tensorflow/tfjs-core';
import type { LayersModel, LayerVariable } from '@tensorflow/tfjs-layers';
import { activateEngine, type Engine } from '../../engine/engine.js';
import { gatherExamples } from '../batches.js';
import { openBatchStatistics } from './batchStatistics.js';
import { type NormalizationLayer, normalizationLayers } from './normalizationLayers.js';
import { PooledMoments } from './pooledMoments.js';

export interface ReestimateOptions {
  readonly engine: Engine;
  /** Examples that normalise each other, at least 1; batches are made even, so that none is tiny. */
  readonly batchSize: number;
  /** Seed of the order: examples of one class or speaker shall not come together. */
  readonly seed: number;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Gives batch normalisation the mean and variance of its input over all of these examples, with the weights of the
 * moment, in place of averages that follow the weights slowly.
 *
 * One forward pass serves all layers ("PreciseBN"): the layers before normalise by their batch, whose moments are
 * pooled. That is exact for the first layer; for later ones it differs from a pass for each layer in turn by what
 * batches differ from one another, at a fraction of its cost. Dropout drops nothing, so that the statistics are those
 * that prediction meets: with it they would be too wide (Li et al.).
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
      const seen = await statistics.of(batch);
      for (const [layer, moments] of pooled) moments.add(seen.get(layer.name)!, batch.shape[0]!);
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
    const [start, end] = [i, i + 1].map((at) => Math.round((at * nExamples) / nBatches));
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
