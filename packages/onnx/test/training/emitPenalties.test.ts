import '@tensorflow/tfjs-backend-cpu';
import { layers, regularizers, sequential } from '@tensorflow/tfjs-layers';
import { describe, expect, it } from 'vitest';
import { toTrainingGraph } from '../../src/toTrainingGraph.js';
import { randomArray } from '../randomNumbers.js';
import { openTraining } from '../training.js';
import { expectReference, oneHot, oneLayer, plain, squaredError, sum, x } from './lossReference.js';

describe('penalties', () => {
  it('adds the penalties of the layers to the loss', async () => {
    const model = oneLayer({
      kernelRegularizer: regularizers.l1l2({ l1: 0.1, l2: 0.3 }),
      biasRegularizer: regularizers.l2({ l2: 0.7 }),
    });
    const graph = toTrainingGraph(model, { ...plain, loss: 'meanSquaredError' });
    const penalty = (kernel: ArrayLike<number>, bias: ArrayLike<number>) =>
      sum(Array.from(kernel, (w) => 0.1 * Math.abs(w) + 0.3 * w * w)) +
      sum(Array.from(bias, (b) => 0.7 * b * b));
    await expectReference(graph, { x, y: oneHot }, { loss: squaredError, target: oneHot, penalty });
  });

  it('adds the penalties of layers inside a wrapper, each weight with its own setting', async () => {
    const settings = { units: 2, recurrentInitializer: 'glorotUniform' } as const;
    const lossWith = async (regularized: Partial<Parameters<typeof layers.gru>[0]>) => {
      const gru = layers.gru({ ...settings, ...regularized });
      const model = sequential({
        layers: [layers.bidirectional({ layer: gru, inputShape: [4, 3], mergeMode: 'sum' })],
      });
      const graph = toTrainingGraph(model, { ...plain, loss: 'meanSquaredError' });
      const training = await openTraining(graph);
      graph.weights.forEach(({ input, weight }) => training.set(input, randomArray(weight.values.length, 9)));
      const feeds = {
        x: { shape: [1, 4, 3], data: x.data.subarray(0, 12) },
        y: { shape: [1, 2], data: new Float32Array(2) },
      };
      return (await training.run(feeds))[graph.loss]![0]!;
    };
    const squares = (n: number) => sum([...randomArray(n, 9)].map((value) => value ** 2));
    const penalty =
      (await lossWith({
        kernelRegularizer: regularizers.l2({ l2: 0.5 }),
        recurrentRegularizer: regularizers.l2({ l2: 0.25 }),
        biasRegularizer: regularizers.l1l2({ l1: 0, l2: 0 }),
      })) - (await lossWith({}));
    // Forward and backward: kernels [3, 6], recurrent kernels [2, 6].
    expect(penalty).toBeCloseTo(2 * (0.5 * squares(18) + 0.25 * squares(12)), 4);
  });
});
