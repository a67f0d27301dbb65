import { readFileSync } from 'node:fs';
import * as tf from '@tensorflow/tfjs-core';
import { layers, regularizers, sequential } from '@tensorflow/tfjs-layers';
import { describe, expect, it } from 'vitest';
import { listEngines } from '../src/engine/listEngines.js';
import { openEngine } from '../src/engine/openEngine.js';
import { predictNetwork } from '../src/prediction/predictNetwork.js';
import { type EpochRecord } from '@ser/classifiers';
import { fitNetwork } from '../src/training/fitNetwork.js';
import { type TrainingOptions } from '../src/training/trainingOptions.js';
import { relativeDifference, waveValues } from './onEngine.js';

/** Written by reference/goldens/callbacks.py. */
const golden = JSON.parse(readFileSync(new URL('goldens/training.json', import.meta.url), 'utf8')) as {
  readonly keras: string;
  readonly fits: readonly {
    readonly options: TrainingOptions;
    readonly l2: number;
    readonly history: Readonly<Partial<Record<keyof EpochRecord, readonly number[]>>>;
    readonly predictions: readonly number[];
  }[];
};

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

const engines = (await listEngines()).filter(({ available }) => available).map(({ name }) => name);

// In one batch an epoch, so that the order of examples is of no account. Sums come in another order than in Keras,
// and Adam divides small gradients by their size: after 12 epochs of it 1.2e-4 is seen of the predictions.
describe.each(engines)(`training on %s is model.fit of Keras ${golden.keras}`, (name) => {
  it.each(golden.fits)('$options', async ({ options, l2, history, predictions }) => {
    const engine = await openEngine(name);
    const model = build(l2);
    const records = await fitNetwork(model, x, y, { ...options, engine, validation, seed: 1, batchSize: 20 });
    expect(records).toHaveLength(history.loss!.length);
    for (const [figure, values] of Object.entries(history)) {
      const found = records.map((record) => record[figure as keyof EpochRecord]!);
      expect.soft(relativeDifference(found, values), figure).toBeLessThan(1e-4);
    }
    expect(relativeDifference(await predictNetwork(model, x, { engine }), predictions)).toBeLessThan(3e-4);
    model.dispose();
  });
});
