import { beforeAll, describe, expect, it } from 'vitest';
import { openEngine } from '../../src/engine/openEngine.js';
import { cnn2d, type Cnn2dOptions } from '../../src/network/cnn2d.js';

const shape = { inputShape: [12, 10], nClasses: 3, seed: 1 };
const classesOf = (model: ReturnType<typeof cnn2d>) => model.layers.map((layer) => layer.getClassName());

beforeAll(() => openEngine('tfjs-cpu'));

describe('cnn2d', () => {
  it('treats frames by features as an image with one channel, and adds its layers in the described order', () => {
    const block = { filters: 4, kernelSize: 3, batchNormalization: true, dropout: 0.2 };
    const model = cnn2d({ ...shape, blocks: [block], dense: [5], dropout: 0.5 });
    expect(classesOf(model)).toEqual([
      'Reshape',
      'Conv2D',
      'BatchNormalization',
      'MaxPooling2D',
      'Dropout',
      'Flatten',
      'Dense',
      'Dropout',
      'Dense',
    ]);
    expect(model.layers[0]!.outputShape).toEqual([null, 12, 10, 1]);
    expect(model.layers[3]!.outputShape).toEqual([null, 6, 5, 4]);
    expect(model.outputs[0]!.shape).toEqual([null, 3]);
  });

  it('accepts sizes as [frames, features], and does not pool by 1', () => {
    const blocks: Cnn2dOptions['blocks'] = [
      { filters: 2, kernelSize: [5, 3], poolSize: [4, 1] },
      { filters: 2, kernelSize: 3, poolSize: 1 },
    ];
    const model = cnn2d({ ...shape, blocks, pooling: 'average' });
    expect(model.layers[1]!.getWeights()[0]!.shape).toEqual([5, 3, 1, 2]);
    expect(model.layers[2]!.outputShape).toEqual([null, 3, 10, 2]);
    expect(classesOf(model).slice(3)).toEqual(['Conv2D', 'GlobalAveragePooling2D', 'Dense']);
  });

  it('rejects pooling that leaves nothing, and names the block', () => {
    const blocks = [
      { filters: 2, kernelSize: 3, poolSize: 4 },
      { filters: 2, kernelSize: 3, poolSize: [2, 3] },
    ] as const;
    const building = () => cnn2d({ ...shape, blocks });
    expect(building).toThrow(
      '`blocks[1].poolSize` of 2 x 3 leaves nothing of 3 x 2 (the input has 12 x 10).',
    );
    expect(building).toThrow(expect.objectContaining({ code: 'invalid-network' }));
  });
});
