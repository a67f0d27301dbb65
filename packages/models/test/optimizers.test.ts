import { readFileSync } from 'node:fs';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, it, vi } from 'vitest';
import { listEngines } from '../src/engine/listEngines.js';
import { openEngine } from '../src/engine/openEngine.js';
import { cnn1d } from '../src/network/cnn1d.js';
import { predictNetwork } from '../src/prediction/predictNetwork.js';
import { batchesOf } from '../src/training/batches.js';
import { createTrainer } from '../src/training/createTrainer.js';
import { clipGradients } from '../src/training/optimizers/clipGradients.js';
import { Optimizer } from '../src/training/optimizers/optimizer.js';
import { type OptimizerDescription } from '../src/training/optimizers/optimizerDescription.js';
import { relativeDifference, waveValues } from './onEngine.js';

/** The one weight, 1 at first, after steps with these gradients. */
function afterSteps(description: OptimizerDescription, gradients: readonly number[]): number {
  const weight = Float32Array.of(1);
  const optimizer = new Optimizer(description);
  for (const gradient of gradients) optimizer.step([weight], [Float32Array.of(gradient)]);
  return weight[0]!;
}

describe('Adam', () => {
  it('moves by the learning rate at its first step, whatever the gradient', () => {
    expect(afterSteps({ name: 'adam', learningRate: 0.1 }, [5])).toBeCloseTo(0.9, 6);
    expect(afterSteps({ name: 'adam', learningRate: 0.1 }, [-0.02])).toBeCloseTo(1.1, 4);
  });

  it('adds epsilon before the bias correction, as Keras', () => {
    // step size 0.1·√0.001/0.1, mean 0.1·g, root of the mean square √0.001·g
    const gradient = 1e-6;
    const root = Math.sqrt(0.001) * gradient;
    const expected = 1 - (0.1 * root) / (root + 1e-7);
    expect(afterSteps({ name: 'adam', learningRate: 0.1 }, [gradient])).toBeCloseTo(expected, 6);
  });
});

describe('SGD', () => {
  it('moves against the gradient', () => {
    expect(afterSteps({ name: 'sgd', learningRate: 0.5 }, [1, -0.5])).toBe(0.75);
  });

  it('keeps a share of its last move, and may look ahead along it', () => {
    const momentum = { name: 'sgd', learningRate: 0.5, momentum: 0.5 } as const;
    expect(afterSteps(momentum, [1, 0, 0])).toBe(1 - 0.5 - 0.25 - 0.125);
    expect(afterSteps({ ...momentum, nesterov: true }, [1, 0])).toBe(1 - 0.75 - 0.125);
  });
});

describe('RMSprop', () => {
  it('divides the gradient by its root mean square', () => {
    const expected = 1 - 0.1 / Math.sqrt(0.1);
    expect(afterSteps({ name: 'rmsprop', learningRate: 0.1 }, [5])).toBeCloseTo(expected, 6);
  });
});

describe('an optimizer', () => {
  it.each<[OptimizerDescription['name'], number]>([
    ['adam', 0.001],
    ['adamW', 0.001],
    ['rmsprop', 0.001],
    ['sgd', 0.01],
  ])('%s has the step size of Keras by default', (name, learningRate) => {
    expect(afterSteps({ name }, [1, 2])).toBe(afterSteps({ name, learningRate }, [1, 2]));
  });

  it('takes a share of the weight off before it moves it', () => {
    expect(afterSteps({ name: 'sgd', learningRate: 0.5, weightDecay: 0.1 }, [0, 0])).toBeCloseTo(
      0.95 ** 2,
      6,
    );
    expect(afterSteps({ name: 'adamW', learningRate: 0.5 }, [0])).toBeCloseTo(1 - 0.5 * 0.004, 6);
  });

  it('goes on from its state as if nothing had been', () => {
    const gradients = [0.3, -0.1, 0.7, 0.2].map((value) => [Float32Array.of(value, -value)]);
    const description = { name: 'rmsprop', momentum: 0.9 } as const;
    const run = (optimizer: Optimizer, weights: Float32Array[], part: typeof gradients) => {
      for (const gradient of part) optimizer.step(weights, gradient);
      return optimizer.state;
    };
    const whole = [Float32Array.of(1, 2)];
    const expected = run(new Optimizer(description), whole, gradients);
    const parted = [Float32Array.of(1, 2)];
    const state = run(new Optimizer(description), parted, gradients.slice(0, 2));
    expect(run(new Optimizer(description, state), parted, gradients.slice(2))).toEqual(expected);
    expect(parted).toEqual(whole);
    expect(expected).toMatchObject({
      nSteps: 4,
      slots: { square: [expect.anything()], momentum: [expect.anything()] },
    });
  });
});

describe('clipGradients', () => {
  const gradients = [Float32Array.of(3, 4), Float32Array.of(0, -12)];

  it('bounds elements, the norm of each weight, or that of all', () => {
    expect(clipGradients(gradients, { clipValue: 3.5 })).toEqual([
      Float32Array.of(3, 3.5),
      Float32Array.of(0, -3.5),
    ]);
    expect(clipGradients(gradients, { clipNorm: 6 })).toEqual([gradients[0], Float32Array.of(0, -6)]);
    expect(clipGradients(gradients, { globalClipNorm: 6.5 })).toEqual([
      Float32Array.of(1.5, 2),
      Float32Array.of(0, -6),
    ]);
  });

  it('leaves alone what is within the bound, and nothing at all', () => {
    expect(clipGradients(gradients, { globalClipNorm: 13 })).toEqual(gradients);
    expect(clipGradients([new Float32Array(2)], { clipNorm: 1 })).toEqual([new Float32Array(2)]);
    expect(clipGradients(gradients, {})).toBe(gradients);
  });
});

/** Written by reference/goldens/callbacks.py. */
const golden = JSON.parse(readFileSync(new URL('goldens/training.json', import.meta.url), 'utf8')) as {
  readonly keras: string;
  readonly optimizers: readonly {
    readonly optimizer: OptimizerDescription;
    readonly losses: readonly number[];
    readonly predictions: readonly number[];
  }[];
};

const engines = (await listEngines()).filter(({ available }) => available).map(({ name }) => name);
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

describe.each(engines)(`20 steps on %s are those of Keras ${golden.keras}`, (name) => {
  // Sums come in another order, and Adam divides small gradients by their size: 3e-5 is seen of the losses.
  it.each(golden.optimizers)('$optimizer', async ({ optimizer, losses, predictions }) => {
    const engine = await openEngine(name);
    const model = build();
    const onWarning = vi.fn();
    const trainer = await createTrainer(model, { engine, optimizer, seed: 1, onWarning });
    const order = Int32Array.from({ length: losses.length * 8 }, (_, i) => i % nExamples);
    const found: number[] = [];
    for (const batch of batchesOf(x, y, order, 8)) {
      found.push((await trainer.step(batch, { epoch: 1, step: found.length })).loss);
    }
    await trainer.writeBack();
    await trainer.dispose();
    expect(onWarning).not.toHaveBeenCalled();
    expect(relativeDifference(found, losses)).toBeLessThan(1e-4);
    expect(relativeDifference(await predictNetwork(model, x, { engine }), predictions)).toBeLessThan(1e-4);
    model.dispose();
  });
});
