import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { layers, sequential } from '@tensorflow/tfjs-layers';
import { describe, expect, it } from 'vitest';
import { toTrainingGraph } from '../src/toTrainingGraph.js';
import { openTraining } from './training.js';

/** The gradient of the sum of a pooling's outputs, by its inputs: an input of 1 times a kernel of these values. */
async function gradientBehind(values: number[], pooling: layers.Layer): Promise<number[]> {
  const model = sequential();
  model.add(layers.dense({ units: values.length, inputShape: [1], useBias: false }));
  model.add(layers.reshape({ targetShape: [values.length, 1] }));
  model.add(pooling);
  if (model.outputShape.length > 2) model.add(layers.flatten());
  model.layers[0]!.setWeights([tf.tensor(values, [1, values.length])]);
  const nOutputs = model.outputShape[1] as number;
  const graph = toTrainingGraph(model, { loss: 'meanSquaredError', optimizer: { name: 'sgd' } });
  const training = await openTraining(graph);
  const x = { shape: [1, 1], data: Float32Array.of(1) };
  // The mean of squares has the gradient 1 at each output when the target lies n / 2 below.
  const predicted = (await training.run({ x, y: { shape: [1, nOutputs], data: new Float32Array(nOutputs) } }))
    .probabilities!;
  const y = { shape: [1, nOutputs], data: predicted.map((value) => value - nOutputs / 2) };
  const outputs = await training.run({ x, y });
  const { input, output } = graph.weights[0]!;
  return Array.from(training.value(input), (value, i) => rounded(value - outputs[output]![i]!));
}

/** To five decimals; 0 for -0. */
function rounded(value: number): number {
  return Math.round(value * 1e5) / 1e5 + 0;
}

describe('the gradient of equal largest values', () => {
  it('goes to the first in windows side by side', async () => {
    expect(await gradientBehind([3, 3, 1, 2, 0, 0], layers.maxPooling1d({ poolSize: 2 }))).toEqual([
      1, 0, 0, 1, 1, 0,
    ]);
  });

  it('goes to the first in overlapping windows, which add up', async () => {
    const pooling = layers.maxPooling1d({ poolSize: 3, strides: 1 });
    expect(await gradientBehind([0, 2, 2, 2, 0], pooling)).toEqual([0, 2, 1, 0, 0]);
  });

  it('goes past the padding, even where all values are negative', async () => {
    const pooling = layers.maxPooling1d({ poolSize: 3, strides: 2, padding: 'same' });
    expect(await gradientBehind([-1, -2, -3, -4, -5], pooling)).toEqual([1, 1, 0, 1, 0]);
  });

  it('is shared over all positions', async () => {
    expect(await gradientBehind([4, 1, 4, 4, 0, 4], layers.globalMaxPooling1d({}))).toEqual([
      0.25, 0, 0.25, 0.25, 0, 0.25,
    ]);
  });
});

describe('the gradient of a mean', () => {
  it('does not count padding', async () => {
    const pooling = layers.averagePooling1d({ poolSize: 2, strides: 2, padding: 'same' });
    expect(await gradientBehind([1, 2, 3], pooling)).toEqual([0.5, 0.5, 1]);
  });
});
