import { beforeAll, describe, expect, it } from 'vitest';
import { openEngine } from '../../src/engine/openEngine.js';
import { buildNetwork } from '../../src/network/buildNetwork.js';
import { cnn1d, type Cnn1dOptions } from '../../src/network/cnn1d.js';

const shape = { inputShape: [130, 40], nClasses: 8, seed: 1 };
const target: Cnn1dOptions = {
  ...shape,
  convolutions: [
    { filters: 64, kernelSize: 5 },
    { filters: 128, kernelSize: 5 },
    { filters: 128, kernelSize: 5 },
  ],
  dense: [128],
};

beforeAll(() => openEngine('tfjs-wasm'));

describe('cnn1d', () => {
  it('has as many parameters as in Keras', () => {
    const convolutions = 40 * 5 * 64 + 64 + (64 * 5 * 128 + 128) + (128 * 5 * 128 + 128);
    const flat = 16 * 128; // 130 frames halved three times, rounded down
    expect(cnn1d(target).countParams()).toBe(convolutions + (flat * 128 + 128) + (128 * 8 + 8));
    expect(cnn1d({ ...target, pooling: 'average' }).countParams()).toBe(
      convolutions + (128 * 128 + 128) + (128 * 8 + 8),
    );
  });

  it('has four more parameters per filter with batch normalization', () => {
    const normalized = target.convolutions.map((block) => ({ ...block, batchNormalization: true }));
    const added = cnn1d({ ...target, convolutions: normalized }).countParams() - cnn1d(target).countParams();
    expect(added).toBe(4 * (64 + 128 + 128));
  });

  it('passes the momentum to batch normalization, 0.99 by default', () => {
    const block = { filters: 4, kernelSize: 3, batchNormalization: true };
    const momentumOf = (options: Partial<Cnn1dOptions>) =>
      cnn1d({ ...shape, ...options, convolutions: [block] }).layers[1]!.getConfig()['momentum'];
    expect(momentumOf({})).toBe(0.99);
    expect(momentumOf({ batchNormalizationMomentum: 0.9 })).toBe(0.9);
  });

  it('adds its layers in the order of the description', () => {
    const block = { filters: 4, kernelSize: 3, poolSize: 3, batchNormalization: true, dropout: 0.2 };
    const model = cnn1d({ ...shape, convolutions: [block], dense: [5], dropout: 0.5 });
    expect(model.layers.map((layer) => layer.getClassName())).toEqual([
      'Conv1D',
      'BatchNormalization',
      'MaxPooling1D',
      'Dropout',
      'Flatten',
      'Dense',
      'Dropout',
      'Dense',
    ]);
    expect(model.layers[2]!.outputShape).toEqual([null, 43, 4]);
    expect(model.outputs[0]!.shape).toEqual([null, 8]);
  });

  it('has the same initial weights for the same seed, others for another seed, and different ones in each layer', () => {
    const weights = (seed: number) =>
      cnn1d({ ...target, seed })
        .getWeights()
        .map((weight) => weight.dataSync());
    const [first, again, other] = [weights(1), weights(1), weights(2)];
    expect(again).toEqual(first);
    expect(other[0]).not.toEqual(first[0]);
    expect(first[2]!.slice(0, 8)).not.toEqual(first[4]!.slice(0, 8));
  });

  it('has Glorot uniform kernels and zero biases', () => {
    const [kernel, bias] = cnn1d(target).getWeights();
    const limit = Math.sqrt(6 / (5 * 40 + 5 * 64));
    const largest = kernel!
      .dataSync<'float32'>()
      .reduce((maximum, value) => Math.max(maximum, Math.abs(value)), 0);
    expect(largest).toBeLessThanOrEqual(limit);
    expect(largest).toBeGreaterThan(0.99 * limit);
    expect(bias!.dataSync().every((value) => value === 0)).toBe(true);
  });

  it('rejects pooling that leaves no frames, and names the block', () => {
    const options = { ...target, inputShape: [5, 40] };
    expect(() => cnn1d(options)).toThrow(
      '`convolutions[2].poolSize` of 2 leaves none of 1 frames (the input has 5)',
    );
    expect(() => cnn1d(options)).toThrow(expect.objectContaining({ code: 'invalid-network' }));
  });

  it.each([
    [{ inputShape: [130] }, '`inputShape` must be two sizes, [nFrames, nFeatures]; got [130]'],
    [{ nClasses: 1 }, '`nClasses` must be an integer from 2 to 65536; got 1'],
    [{ seed: 0.5 }, '`seed` must be an integer from -2147483648 to 4294967295; got 0.5'],
  ])('rejects %o', (wrong, message) => {
    expect(() => cnn1d({ ...target, ...wrong })).toThrow(message);
    expect(() => cnn1d({ ...target, ...wrong })).toThrow(expect.objectContaining({ code: 'invalid-option' }));
  });
});

describe('buildNetwork', () => {
  it('builds the kind of network in the description', () => {
    const { convolutions, dense } = target;
    const model = buildNetwork({ kind: 'cnn1d', convolutions, dense: dense! }, shape);
    expect(model.countParams()).toBe(cnn1d(target).countParams());
  });
});
