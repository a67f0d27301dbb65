import * as tf from '@tensorflow/tfjs-core';
import { layers, sequential } from '@tensorflow/tfjs-layers';
import { beforeAll, describe, expect, it } from 'vitest';
import { SeededDropout } from '../../src/dropout/seededDropout.js';
import { openEngine } from '../../src/engine/openEngine.js';

beforeAll(() => openEngine('tfjs-wasm'));

function dropoutModel(seed?: number) {
  return sequential({
    layers: [
      layers.dropout({ rate: 0.5, inputShape: [64], ...(seed !== undefined && { seed }) }),
      layers.dropout({ rate: 0.5 }),
    ],
  });
}

function droppedOnes(
  model: ReturnType<typeof sequential>,
  shape: number[] = [1, 64],
  training = true,
): readonly number[] {
  return tf.tidy(() => [...(model.apply(tf.ones(shape), { training }) as tf.Tensor).dataSync()]);
}

describe('SeededDropout', () => {
  it('fixes seeded layers of TensorFlow.js, which always draw the same mask', () => {
    const model = sequential({ layers: [layers.dropout({ rate: 0.5, inputShape: [64], seed: 3 })] });
    expect(droppedOnes(model)).toEqual(droppedOnes(model)); // the defect
    const dropout = new SeededDropout(model, 1);
    dropout.renew({ epoch: 1, step: 0 });
    const first = droppedOnes(model);
    dropout.renew({ epoch: 1, step: 1 });
    expect(droppedOnes(model)).not.toEqual(first);
  });

  it('gives the same masks for the same seed and step', () => {
    const draw = (seed: number) => {
      const model = dropoutModel();
      new SeededDropout(model, seed).renew({ epoch: 2, step: 5 });
      return droppedOnes(model);
    };
    expect(draw(1)).toEqual(draw(1));
    expect(draw(1)).not.toEqual(draw(2));
  });

  it('drops independently in each layer, and in each use of a layer within a step', () => {
    const model = dropoutModel();
    new SeededDropout(model, 1).renew({ epoch: 1, step: 0 });
    const first = droppedOnes(model);
    expect(new Set(first)).toEqual(new Set([0, 4])); // kept by both: doubled twice
    expect(first.filter((value) => value > 0).length).toBeLessThan(28); // 16 expected; one mask would keep 32
    expect(droppedOnes(model)).not.toEqual(first);
  });

  it('drops whole channels if the layer does', () => {
    const model = sequential({ layers: [layers.spatialDropout1d({ rate: 0.5, inputShape: [5, 32] })] });
    new SeededDropout(model, 1).renew({ epoch: 1, step: 0 });
    const values = droppedOnes(model, [1, 5, 32]);
    const frames = Array.from({ length: 5 }, (_, frame) => values.slice(frame * 32, (frame + 1) * 32));
    for (const frame of frames) expect(frame).toEqual(frames[0]);
    expect(new Set(frames[0])).toEqual(new Set([0, 2]));
  });

  it('draws channels first, so that another frame only extends each channel', () => {
    const columns = (nFrames: number) => {
      const model = sequential({ layers: [layers.dropout({ rate: 0.5, inputShape: [nFrames, 1] })] });
      new SeededDropout(model, 1).renew({ epoch: 1, step: 0 });
      return droppedOnes(model, [1, nFrames, 1]);
    };
    expect(columns(33).slice(0, 32)).toEqual(columns(32));
  });

  it('does not change prediction', () => {
    const model = dropoutModel();
    new SeededDropout(model, 1).renew({ epoch: 1, step: 0 });
    expect(new Set(droppedOnes(model, [1, 64], false))).toEqual(new Set([1]));
  });

  it('restores the original behavior of the layers', () => {
    const model = sequential({ layers: [layers.dropout({ rate: 0.5, inputShape: [64], seed: 3 })] });
    const before = droppedOnes(model);
    const dropout = new SeededDropout(model, 1);
    dropout.renew({ epoch: 1, step: 0 });
    expect(droppedOnes(model)).not.toEqual(before);
    dropout.restore();
    expect(droppedOnes(model)).toEqual(before);
  });

  it('finds the layers of nested models', () => {
    const outer = sequential({ layers: [dropoutModel(), layers.activation({ activation: 'linear' })] });
    const dropout = new SeededDropout(outer, 1);
    const draw = () => {
      dropout.renew({ epoch: 1, step: 0 });
      return droppedOnes(outer);
    };
    expect(draw()).toEqual(draw());
  });
});
