import * as tf from '@tensorflow/tfjs-core';
import { layers, sequential } from '@tensorflow/tfjs-layers';
import { beforeAll, describe, expect, it } from 'vitest';
import { openEngine } from '../src/index.js';
import { DropoutSeeds } from '../src/training/dropoutSeeds.js';

beforeAll(() => openEngine('tfjs-wasm'));

function dropoutModel(seed?: number) {
  return sequential({
    layers: [
      layers.dropout({ rate: 0.5, inputShape: [64], ...(seed !== undefined && { seed }) }),
      layers.dropout({ rate: 0.5 }),
    ],
  });
}

function mask(model: ReturnType<typeof dropoutModel>): readonly number[] {
  return tf.tidy(() => [...(model.apply(tf.ones([1, 64]), { training: true }) as tf.Tensor).dataSync()]);
}

describe('DropoutSeeds', () => {
  it('mends that a seeded layer of TensorFlow.js draws one mask forever', () => {
    const model = sequential({ layers: [layers.dropout({ rate: 0.5, inputShape: [64], seed: 3 })] });
    expect(mask(model)).toEqual(mask(model)); // the defect
    const seeds = new DropoutSeeds(model, 1);
    seeds.renew(1, 0);
    const first = mask(model);
    seeds.renew(1, 1);
    expect(mask(model)).not.toEqual(first);
  });

  it('gives the same masks for the same seed and step', () => {
    const draw = (seed: number) => {
      const model = dropoutModel();
      new DropoutSeeds(model, seed).renew(2, 5);
      return mask(model);
    };
    expect(draw(1)).toEqual(draw(1));
    expect(draw(1)).not.toEqual(draw(2));
  });

  it('drops independently in each layer', () => {
    const model = dropoutModel();
    new DropoutSeeds(model, 1).renew(1, 0);
    const values = new Set(mask(model));
    expect(values).toEqual(new Set([0, 4])); // kept by both: doubled twice
    expect(mask(model).filter((value) => value > 0).length).toBeLessThan(28); // 16 expected; one mask would keep 32
  });

  it('gives the layers their own seeds back', () => {
    const model = dropoutModel(9);
    const before = model.toJSON();
    const seeds = new DropoutSeeds(model, 1);
    seeds.renew(1, 0);
    expect(model.toJSON()).not.toEqual(before);
    seeds.restore();
    expect(model.toJSON()).toEqual(before);
  });

  it('finds the layers of nested models', () => {
    const outer = sequential({ layers: [dropoutModel(9), layers.dense({ units: 2 })] });
    const before = outer.toJSON();
    new DropoutSeeds(outer, 1).renew(1, 0);
    expect(outer.toJSON()).not.toEqual(before);
  });
});
