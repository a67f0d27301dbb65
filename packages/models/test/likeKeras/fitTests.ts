import type { EpochRecord } from '@ser/classifiers';
import * as tf from '@tensorflow/tfjs-core';
import { layers, regularizers, sequential } from '@tensorflow/tfjs-layers';
import { describe, expect, it } from 'vitest';
import type { EngineName } from '../../src/engine/engine.js';
import { openEngine } from '../../src/engine/openEngine.js';
import { predictNetwork } from '../../src/prediction/predictNetwork.js';
import { fitNetwork } from '../../src/training/fitNetwork.js';
import type { TrainingOptions } from '../../src/training/trainingOptions.js';
import { readGolden } from '../golden.js';
import { relativeDifference, waveValues } from '../onEngine.js';

/** Recorded by `reference/goldens/callbacks.py`. */
const golden = readGolden<{
  readonly keras: string;
  readonly fits: readonly {
    readonly options: TrainingOptions;
    readonly l2: number;
    readonly history: Readonly<Partial<Record<keyof EpochRecord, readonly number[]>>>;
    readonly predictions: readonly number[];
  }[];
}>('training.json');

const examples = (n: number, phase: number) => ({
  x: { data: waveValues([n, 13, 3], 1, phase), shape: [n, 13, 3] },
  y: Int32Array.from({ length: n }, (_, i) => Math.min(i % 7, 3)),
});
const { x, y } = examples(20, 0.5);
const validation = examples(12, 1.3);

function build(l2: number) {
  const model = sequential({
    layers: [
      layers.conv1d({ inputShape: [13, 3], filters: 5, kernelSize: 3, padding: 'same', activation: 'relu' }),
      layers.batchNormalization(),
      layers.maxPooling1d({ poolSize: 2 }),
      layers.flatten(),
      layers.dense({
        units: 4,
        activation: 'softmax',
        ...(l2 > 0 && { kernelRegularizer: regularizers.l2({ l2 }) }),
      }),
    ],
  });
  tf.tidy(() =>
    model.trainableWeights.forEach((weight, i) => {
      const shape = weight.shape as number[];
      weight.write(tf.tensor(waveValues(shape, 0.4, i + 1), shape));
    }),
  );
  return model;
}

/**
 * Compares whole trainings with `model.fit` of Keras. With one batch per epoch, the order of the examples does not matter.
 * Sums are added in another order than in Keras, and Adam divides small gradients by their size: after 12 epochs, the
 * largest difference of the predictions is 1.2e-4.
 *
 * @param nCases number of recorded trainings to compare, 5 in all
 */
export function fitTests(engines: readonly EngineName[], nCases = golden.fits.length): void {
  describe.each(engines)(`training on %s equals model.fit of Keras ${golden.keras}`, (name) => {
    it.each(golden.fits.slice(0, nCases))('$options', async ({ options, l2, history, predictions }) => {
      const engine = await openEngine(name);
      const model = build(l2);
      const records = await fitNetwork(model, x, y, {
        ...options,
        engine,
        validation,
        seed: 1,
        batchSize: 20,
      });
      expect(records).toHaveLength(history.loss!.length);
      for (const [score, values] of Object.entries(history)) {
        const actual = records.map((record) => record[score as keyof EpochRecord]!);
        expect.soft(relativeDifference(actual, values), score).toBeLessThan(1e-4);
      }
      expect(relativeDifference(await predictNetwork(model, x, { engine }), predictions)).toBeLessThan(3e-4);
      model.dispose();
    });
  });
}
