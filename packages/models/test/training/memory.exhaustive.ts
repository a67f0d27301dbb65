import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import { openEngine } from '../../src/engine/openEngine.js';
import { cnn1d } from '../../src/network/cnn1d.js';
import { fitNetwork } from '../../src/training/fitNetwork.js';
import { serializeTrainingState } from '../../src/training/state/serializeTrainingState.js';
import { allEngines } from '../allEngines.js';
import { tones } from '../tones.js';

const { x, y } = tones(12);

describe.each(allEngines)('200 epochs on %s', (name) => {
  it('leak neither tensors nor memory', async () => {
    const engine = await openEngine(name);
    const convolutions = [{ filters: 4, kernelSize: 3, batchNormalization: true, dropout: 0.2 }];
    const model = cnn1d({ inputShape: [16, 4], nClasses: 3, seed: 1, convolutions });
    const tensors = new Set<number>();
    const resident: number[] = [];
    await fitNetwork(model, x, y, {
      engine,
      seed: 1,
      epochs: 200,
      validation: { x, y },
      reestimateStatistics: true,
      mixup: { alpha: 0.2 },
      earlyStopping: { monitor: 'loss', patience: 200, restoreBestWeights: true },
      checkpoint: { save: async (state) => void serializeTrainingState(state) },
      onEpoch() {
        tensors.add(tf.memory().numTensors);
        resident.push(process.memoryUsage.rss());
      },
    });
    expect(resident).toHaveLength(200);
    expect([...tensors]).toHaveLength(1);
    // After 50 epochs everything is compiled and pooled; leaking a session or a batch per epoch would exceed this.
    expect(resident[199]! - resident[49]!).toBeLessThan(64 * 2 ** 20);
    model.dispose();
  });
});
