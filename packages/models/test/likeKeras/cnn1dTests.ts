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

/** Recorded by `reference/goldens/models.py`. */
interface KerasCase {
  readonly optimizer: OptimizerDescription;
  readonly batchNormalization: boolean;
  readonly pooling: 'flatten' | 'average';
  readonly countParams: number;
  readonly losses: readonly number[];
  readonly predictions: readonly number[];
}

const golden = readGolden<{
  readonly keras: string;
  readonly cases: readonly KerasCase[];
}>('keras.json');

const nExamples = 20;
const x = { data: waveValues([nExamples, 13, 3], 1, 0.5), shape: [nExamples, 13, 3] };
const y = Int32Array.from({ length: nExamples }, (_, i) => (i * 7) % 4);

function build({ batchNormalization, pooling }: KerasCase) {
  const model = cnn1d({
    inputShape: [13, 3],
    nClasses: 4,
    seed: 1,
    convolutions: [
      { filters: 5, kernelSize: 3, batchNormalization },
      { filters: 6, kernelSize: 4, batchNormalization },
    ],
    pooling,
    dense: [7],
  });
  tf.tidy(() =>
    model.trainableWeights.forEach((weight, i) => {
      const shape = weight.shape as number[];
      weight.write(tf.tensor(waveValues(shape, 0.4, i + 1), shape));
    }),
  );
  return model;
}

/** Compares 20 steps of training with those of Keras. */
export function cnn1dTests(engines: readonly EngineName[]): void {
  describe.each(engines)(`training on %s equals Keras ${golden.keras}`, (name) => {
    // Largest differences: 6e-7 of the losses, 4e-6 of the predictions.
    it.each(golden.cases)(
      '$optimizer.name, batch normalization $batchNormalization, $pooling',
      async (recorded) => {
        const engine = await openEngine(name);
        const model = build(recorded);
        expect(model.countParams()).toBe(recorded.countParams);

        const onWarning = vi.fn();
        const trainer = await createTrainer(model, {
          engine,
          optimizer: recorded.optimizer,
          seed: 1,
          onWarning,
        });
        expect(onWarning).not.toHaveBeenCalled();
        const order = Int32Array.from({ length: recorded.losses.length * 8 }, (_, i) => i % nExamples);
        const losses: number[] = [];
        for (const batch of batchesOf(x, y, order, 8)) {
          losses.push((await trainer.step(batch, { epoch: 1, step: losses.length })).loss);
        }
        await trainer.writeBack();
        await trainer.dispose();
        expect(relativeDifference(losses, recorded.losses)).toBeLessThan(1e-5);

        const predictions = await predictNetwork(model, x, { engine });
        expect(relativeDifference(predictions, recorded.predictions)).toBeLessThan(1e-4);
        model.dispose();
      },
    );
  });
}
