import { beforeAll, describe, expect, it } from 'vitest';
import { openEngine } from '../../src/engine/openEngine.js';
import { deepCnn } from '../../src/network/deepCnn.js';

const shape = { inputShape: [4, 5], nClasses: 3, seed: 1 };

beforeAll(() => openEngine('tfjs-cpu'));

describe('deepCnn', () => {
  it('treats a clip as one signal, and adds its layers in the order of the source', () => {
    const model = deepCnn({ ...shape, filters: [4, 3], dense: [6] });
    expect(model.layers.map((layer) => [layer.getClassName(), layer.outputShape])).toEqual([
      ['Reshape', [null, 20, 1]],
      ['Conv1D', [null, 20, 4]],
      ['BatchNormalization', [null, 20, 4]],
      ['Dropout', [null, 20, 4]],
      ['MaxPooling1D', [null, 10, 4]],
      ['Conv1D', [null, 10, 3]],
      ['BatchNormalization', [null, 10, 3]],
      ['Dropout', [null, 10, 3]],
      ['MaxPooling1D', [null, 5, 3]],
      ['Flatten', [null, 15]],
      ['Dense', [null, 6]],
      ['BatchNormalization', [null, 6]],
      ['Dropout', [null, 6]],
      ['Dense', [null, 3]],
    ]);
  });

  it('has the sizes of its source by default', () => {
    const model = deepCnn({ inputShape: [44, 20], nClasses: 7, seed: 1 });
    const configOf = (className: string) =>
      model.layers.filter((layer) => layer.getClassName() === className).map((layer) => layer.getConfig());
    expect(configOf('Conv1D').map(({ filters }) => filters)).toEqual([256, 512, 256, 256, 128]);
    expect(configOf('Conv1D')[0]).toMatchObject({ kernelSize: [5], strides: [1], padding: 'same' });
    expect(configOf('MaxPooling1D')[0]).toMatchObject({ poolSize: [5], strides: [2], padding: 'same' });
    expect(configOf('Dropout').map(({ rate }) => rate)).toEqual([0.2, 0.2, 0.2, 0.2, 0.2, 0.5]);
    expect(configOf('Dense').map(({ units }) => units)).toEqual([256, 7]);
    expect(configOf('BatchNormalization').map(({ momentum }) => momentum)).toEqual(Array(6).fill(0.99));
    model.dispose();
  });

  it('omits dropout with rate 0 and, on request, batch normalization', () => {
    const model = deepCnn({
      ...shape,
      filters: [4],
      dense: [],
      dropout: 0,
      batchNormalization: false,
      poolStride: 3,
    });
    expect(model.layers.map((layer) => layer.getClassName())).toEqual([
      'Reshape',
      'Conv1D',
      'MaxPooling1D',
      'Flatten',
      'Dense',
    ]);
    expect(model.layers[2]!.outputShape).toEqual([null, 7, 4]);
  });
});
