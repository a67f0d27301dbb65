import { beforeAll, describe, expect, it } from 'vitest';
import { openEngine } from '../../src/engine/openEngine.js';
import { cnnLstm, type CnnLstmOptions } from '../../src/network/cnnLstm.js';

const shape = { inputShape: [12, 5], nClasses: 3, seed: 1 };
const convolutions = [{ filters: 4, kernelSize: 3 }];

beforeAll(() => openEngine('tfjs-cpu'));

const build = (options: Partial<CnnLstmOptions>) =>
  cnnLstm({ ...shape, convolutions, recurrent: [{ units: 6 }], ...options });
const classesOf = (options: Partial<CnnLstmOptions>) =>
  build(options).layers.map((layer) => layer.getClassName());

/** Products of all rows of a row-major matrix with each other, less those of an orthonormal one: all near zero. */
function departureFromOrthonormal(matrix: Float32Array, nRows: number): number {
  const nColumns = matrix.length / nRows;
  let largest = 0;
  for (let a = 0; a < nRows; a++) {
    for (let b = 0; b < nRows; b++) {
      let product = a === b ? -1 : 0;
      for (let j = 0; j < nColumns; j++) product += matrix[a * nColumns + j]! * matrix[b * nColumns + j]!;
      largest = Math.max(largest, Math.abs(product));
    }
  }
  return largest;
}

describe('cnnLstm', () => {
  it('adds convolutions, recurrent layers, and dense layers', () => {
    const recurrent = [
      { units: 6, dropout: 0.2 },
      { cell: 'gru', units: 5, bidirectional: true },
    ] as const;
    const model = build({ recurrent, dense: [7], dropout: 0.1 });
    expect(model.layers.map((layer) => [layer.getClassName(), layer.outputShape])).toEqual([
      ['Conv1D', [null, 12, 4]],
      ['MaxPooling1D', [null, 6, 4]],
      ['LSTM', [null, 6, 6]],
      ['Dropout', [null, 6, 6]],
      ['Bidirectional', [null, 10]],
      ['Dense', [null, 7]],
      ['Dropout', [null, 7]],
      ['Dense', [null, 3]],
    ]);
  });

  it('needs no convolution', () => {
    expect(classesOf({ convolutions: [] })).toEqual(['LSTM', 'Dense']);
    const recurrent = [{ units: 6, bidirectional: true }];
    expect(classesOf({ convolutions: [], recurrent })).toEqual(['Bidirectional', 'Dense']);
  });

  it.each([
    ['last', []],
    ['average', ['GlobalAveragePooling1D']],
    ['attention', ['AttentionPooling1D']],
  ] as const)('pools by %s', (pooling, classes) => {
    expect(classesOf({ pooling })).toEqual(['Conv1D', 'MaxPooling1D', 'LSTM', ...classes, 'Dense']);
  });

  it('has the inner activations of Keras, not those of TensorFlow.js', () => {
    for (const cell of ['lstm', 'gru'] as const) {
      const config = build({ recurrent: [{ cell, units: 6 }] }).layers[2]!.getConfig();
      expect(config).toMatchObject({ activation: 'tanh', recurrentActivation: 'sigmoid' });
    }
  });

  it('has a Glorot uniform kernel, an orthogonal recurrent kernel, and a forget bias of 1', () => {
    const [kernel, recurrentKernel, bias] = build({ recurrent: [{ units: 32 }] })
      .layers[2]!.getWeights()
      .map((weight) => weight.dataSync<'float32'>());
    const limit = Math.sqrt(6 / (4 + 4 * 32));
    const largest = Math.max(...kernel!.map(Math.abs));
    expect(largest).toBeLessThanOrEqual(limit);
    expect(largest).toBeGreaterThan(0.95 * limit);
    expect(departureFromOrthonormal(recurrentKernel!, 32)).toBeLessThan(1e-6);
    expect([...bias!]).toEqual(Array.from({ length: 128 }, (_, i) => (i >= 32 && i < 64 ? 1 : 0)));
  });

  it('has the same weights for the same seed, and different kernels in all layers and directions', () => {
    const recurrent = [{ units: 6, bidirectional: true }];
    const weights = (seed: number) =>
      build({ recurrent, pooling: 'attention', seed })
        .getWeights()
        .map((weight) => weight.dataSync<'float32'>());
    const [first, again, other] = [weights(1), weights(1), weights(2)];
    expect(again).toEqual(first);
    const kernels = (values: readonly Float32Array[]) => values.filter((kernel) => kernel.some((v) => v % 1));
    const beginnings = [...kernels(first), ...kernels(other)].map((kernel) => kernel[0]);
    expect(beginnings).toHaveLength(2 * (1 + 4 + 1 + 1));
    expect(new Set(beginnings).size).toBe(beginnings.length);
  });

  it('rejects pooling that leaves no frames, and unknown cells', () => {
    expect(() => build({ inputShape: [1, 5] })).toThrow(
      '`convolutions[0].poolSize` of 2 leaves none of 1 frames',
    );
    const recurrent = [{ units: 6, cell: 'rnn' as 'lstm' }];
    expect(() => build({ recurrent })).toThrow(
      "`cnnLstm.recurrent[0].cell` must be one of 'lstm', 'gru'; got 'rnn'.",
    );
  });
});
