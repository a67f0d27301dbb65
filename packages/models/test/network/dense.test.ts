import { beforeAll, describe, expect, it } from 'vitest';
import { openEngine } from '../../src/engine/openEngine.js';
import { dense } from '../../src/network/dense.js';

const shape = { inputShape: [3, 4], nClasses: 3, seed: 1 };

beforeAll(() => openEngine('tfjs-cpu'));

describe('dense', () => {
  it('flattens, and adds its layers in the described order', () => {
    const model = dense({
      ...shape,
      units: [6, 5],
      batchNormalization: true,
      dropout: 0.2,
      activation: 'elu',
    });
    const hidden = ['Dense', 'BatchNormalization', 'Dropout'];
    expect(model.layers.map((layer) => layer.getClassName())).toEqual([
      'Flatten',
      ...hidden,
      ...hidden,
      'Dense',
    ]);
    expect(model.layers[1]!.getConfig()).toMatchObject({ units: 6, activation: 'elu' });
    expect(model.layers.at(-1)!.getConfig()).toMatchObject({ units: 3, activation: 'softmax' });
  });

  it('drops input values before the first layer on request', () => {
    const model = dense({ ...shape, units: [6], inputDropout: 0.5, dropout: 0.2 });
    expect(model.layers.map((layer) => layer.getClassName())).toEqual([
      'Flatten',
      'Dropout',
      'Dense',
      'Dropout',
      'Dense',
    ]);
    expect(model.layers[1]!.getConfig()).toMatchObject({ rate: 0.5 });
    expect(model.countParams()).toBe(dense({ ...shape, units: [6] }).countParams());
  });

  it('without hidden layers is logistic regression', () => {
    expect(dense({ ...shape, units: [] }).countParams()).toBe(12 * 3 + 3);
  });

  it('rejects invalid descriptions and shapes', () => {
    expect(() => dense({ ...shape, units: [0] })).toThrow(
      '`dense.units[0]` must be an integer from 1 to 1048576; got 0.',
    );
    expect(() => dense({ ...shape, units: [2], inputDropout: 1 })).toThrow(
      '`dense.inputDropout` must be a number in [0, 1); got 1.',
    );
    expect(() => dense({ ...shape, units: [2], inputShape: [12] })).toThrow(
      '`inputShape` must be two sizes, [nFrames, nFeatures]; got [12].',
    );
  });

  it('rejects a network whose weights would take all memory, before it is built', () => {
    expect(() => dense({ ...shape, units: [2 ** 20, 2 ** 20] })).toThrow(
      /^`network` must be at most 33554432 weights; got \d+\. Use fewer or smaller layers/,
    );
  });
});
