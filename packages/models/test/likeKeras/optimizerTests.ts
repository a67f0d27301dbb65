import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, it, vi } from 'vitest';
import type { EngineName } from '../../src/engine/engine.js';
import { openEngine } from '../../src/engine/openEngine.js';
import { cnn1d } from '../../src/network/cnn1d.js';
import { predictNetwork } from '../../src/prediction/predictNetwork.js';
import { batchesOf } from '../../src/training/batches.js';
import { createTrainer } from '../../src/training/createTrainer.js';
import type { OptimizerDescription } from '../../src/training/optimizers/optimizerDescription.js';
import { readGolden } from '../golden.js';
import { relativeDifference, waveValues } from '../onEngine.js';

/** Recorded by `reference/goldens/callbacks.py`. */
const golden = readGolden<{
  readonly keras: string;
  readonly optimizers: readonly {
    readonly optimizer: OptimizerDescription;
    readonly losses: readonly number[];
    readonly predictions: readonly number[];
  }[];
}>('training.json');

const nExamples = 20;
const x = { data: waveValues([nExamples, 13, 3], 1, 0.5), shape: [nExamples, 13, 3] };
const y = Int32Array.from({ length: nExamples }, (_, i) => Math.min(i % 7, 3));

function build() {
  const convolutions = [{ filters: 5, kernelSize: 3, batchNormalization: true }];
  const model = cnn1d({ inputShape: [13, 3], nClasses: 4, seed: 1, convolutions });
  tf.tidy(() =>
    model.trainableWeights.forEach((weight, i) => {
      const shape = weight.shape as number[];
      weight.write(tf.tensor(waveValues(shape, 0.4, i + 1), shape));
    }),
  );
  return model;
}

/**
 * Compares 20 steps with those of Keras. Sums are added in another order, and Adam divides small gradients by their size:
 * the largest difference of the losses is 3e-5.
 *
 * @param nCases number of recorded optimizers to compare, 13 in all
 */
export function optimizerTests(engines: readonly EngineName[], nCases = golden.optimizers.length): void {
  describe.each(engines)(`20 steps on %s equal those of Keras ${golden.keras}`, (name) => {
    it.each(golden.optimizers.slice(0, nCases))('$optimizer', async ({ optimizer, losses, predictions }) => {
      const engine = await openEngine(name);
      const model = build();
      const onWarning = vi.fn();
      const trainer = await createTrainer(model, { engine, optimizer, seed: 1, onWarning });
      const order = Int32Array.from({ length: losses.length * 8 }, (_, i) => i % nExamples);
      const actual: number[] = [];
      for (const batch of batchesOf(x, y, order, 8)) {
        actual.push((await trainer.step(batch, { epoch: 1, step: actual.length })).loss);
      }
      await trainer.writeBack();
      await trainer.dispose();
      expect(onWarning).not.toHaveBeenCalled();
      expect(relativeDifference(actual, losses)).toBeLessThan(1e-4);
      expect(relativeDifference(await predictNetwork(model, x, { engine }), predictions)).toBeLessThan(1e-4);
      model.dispose();
    });
  });
}
