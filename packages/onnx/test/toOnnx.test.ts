import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { input, layers, model, sequential, type SymbolicTensor } from '@tensorflow/tfjs-layers';
import { describe, expect, it } from 'vitest';
import type { LayersModelLike } from '../src/network/layersModelLike.js';
import { toOnnx } from '../src/toOnnx.js';
import { errorFrom } from './errorFrom.js';
import { randomArray } from './randomNumbers.js';
import { openSession } from './session.js';

function classifier() {
  return sequential({
    layers: [
      layers.dense({ units: 4, inputShape: [3], activation: 'relu' }),
      layers.dropout({ rate: 0.5 }),
      layers.dense({ units: 2, activation: 'softmax' }),
    ],
  });
}

describe('toOnnx', () => {
  it('gives a file that predicts as the model does, for any number of examples', async () => {
    const network = classifier();
    const run = await openSession(toOnnx(network));
    for (const n of [1, 7]) {
      const data = randomArray(n * 3, n);
      const expected = (network.predict(tf.tensor(data, [n, 3])) as tf.Tensor).dataSync();
      const { output } = await run({ input: { shape: [n, 3], data } });
      expect([...output!].map((value, i) => Math.abs(value - expected[i]!) < 1e-6)).not.toContain(false);
    }
  });

  it('gives the same bytes for the same model', () => {
    const network = classifier();
    expect(toOnnx(network)).toEqual(toOnnx(network));
  });

  it('names input and output as specified', async () => {
    const run = await openSession(
      toOnnx(classifier(), { inputName: 'features', outputName: 'probabilities' }),
    );
    const outputs = await run({ features: { shape: [1, 3], data: new Float32Array(3) } });
    expect(Object.keys(outputs)).toEqual(['probabilities']);
  });

  it('stores labels and metadata in the file', () => {
    const text = Buffer.from(
      toOnnx(classifier(), { labels: ['angry', 'calm'], metadata: { license: 'CC0' } }),
    ).toString('latin1');
    expect(text).toContain('labels\x12\x10["angry","calm"]');
    expect(text).toContain('license\x12\x03CC0');
  });

  it('returns the input of a model that does nothing', async () => {
    const x = input({ shape: [2] });
    const y = layers.activation({ activation: 'linear' }).apply(x) as SymbolicTensor;
    const run = await openSession(toOnnx(model({ inputs: x, outputs: y })));
    const { output } = await run({ input: { shape: [1, 2], data: Float32Array.of(1, 2) } });
    expect([...output!]).toEqual([1, 2]);
  });

  it('reads models whose JSON is text', () => {
    const network = classifier();
    const asText: LayersModelLike = {
      layers: network.layers,
      toJSON: () => JSON.stringify(network.toJSON(null, false)),
    };
    expect(toOnnx(asText)).toEqual(toOnnx(network));
  });
});

describe('toOnnx rejects', () => {
  it('too few labels', () => {
    const { code, message } = errorFrom(() => toOnnx(classifier(), { labels: ['angry'] }));
    expect(code).toBe('invalid-option');
    expect(message).toBe(
      '`labels` must be an array of 2 names, one for each output of the model; got ["angry"].',
    );
  });

  it('an activation that is not supported', () => {
    const network = sequential({
      layers: [layers.dense({ name: 'd', units: 1, inputShape: [3], activation: 'mish' })],
    });
    const { code, message, layer } = errorFrom(() => toOnnx(network));
    expect([code, layer]).toEqual(['unsupported-option', 'd']);
    expect(message).toContain("activation 'mish'");
  });

  it('a dropout that shares its mask', () => {
    const network = sequential({
      layers: [layers.dropout({ rate: 0.5, noiseShape: [1, 3], inputShape: [3] })],
    });
    expect(errorFrom(() => toOnnx(network)).code).toBe('unsupported-option');
  });

  it('to merge shapes with different numbers of axes', () => {
    const x = input({ shape: [2, 3] });
    const row = layers.flatten().apply(x) as SymbolicTensor;
    const narrow = layers.dense({ units: 3 }).apply(row) as SymbolicTensor;
    const merged = layers.multiply({ name: 'm' }).apply([x, narrow]) as SymbolicTensor;
    const { code, message } = errorFrom(() => toOnnx(model({ inputs: x, outputs: merged })));
    expect(code).toBe('unsupported-option');
    expect(message).toContain('Layer "m" merges the shapes [2, 3] and [3]');
  });
});
