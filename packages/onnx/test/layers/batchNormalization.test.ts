import '@tensorflow/tfjs-backend-cpu';
import { layers, sequential } from '@tensorflow/tfjs-layers';
import { describe, expect, it } from 'vitest';
import { toOnnx } from '../../src/toOnnx.js';
import { toTrainingGraph } from '../../src/toTrainingGraph.js';
import { randomArray } from '../randomNumbers.js';
import { openTraining } from '../training.js';

const nFrames = 50;
const nExamples = 4;

/** Runs a layer on frames of one channel; gives its output and its moving averages after one step. */
async function step(values: Float32Array, args: Parameters<typeof layers.batchNormalization>[0] = {}) {
  const model = sequential();
  model.add(layers.batchNormalization({ inputShape: [nFrames, 1], ...args }));
  model.add(layers.flatten());
  model.add(layers.dense({ units: nFrames, kernelInitializer: 'identity', trainable: true }));
  const graph = toTrainingGraph(model, { loss: 'meanSquaredError', optimizer: { name: 'sgd' } });
  const training = await openTraining(graph);
  const shape = [nExamples, nFrames];
  const outputs = await training.run({
    x: { shape: [...shape, 1], data: values },
    y: { shape, data: new Float32Array(values.length) },
  });
  const after = (name: string) =>
    outputs[graph.weights.find(({ weight }) => weight.name.endsWith(name))!.output]![0]!;
  return { y: outputs[graph.probabilities]!, after, graph };
}

/** Mean and variance in float64, divided by n. */
function moments(values: Float32Array): { mean: number; variance: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  return { mean, variance };
}

describe('BatchNormalization', () => {
  const values = randomArray(nExamples * nFrames, 5);

  it('averages the variance divided by n, as Keras 3 does, not by n - 1', async () => {
    const { mean, variance } = moments(values);
    const { after } = await step(values, { momentum: 0.9 });
    expect(after('moving_mean')).toBeCloseTo(0.1 * mean, 6);
    expect(after('moving_variance')).toBeCloseTo(0.9 + 0.1 * variance, 6);
  });

  it('stays precise where the mean is a thousand times the deviation', async () => {
    const far = values.map((value) => value + 1000);
    const { mean, variance } = moments(far);
    const { y, after } = await step(far, { momentum: 0, epsilon: 1e-6 });
    // The difference of mean square and squared mean would be wrong by 0.06 in float32.
    expect(after('moving_variance') / variance).toBeCloseTo(1, 4);
    const expected = far.map((value) => (value - mean) / Math.sqrt(variance));
    // Values near 1000 are known to 3e-5.
    for (const [i, value] of expected.entries()) expect(Math.abs(y[i]! - value)).toBeLessThan(3e-4);
  });

  it('uses the moving averages and does not change them when it is not trainable, as in Keras', async () => {
    const { y, graph } = await step(values, { trainable: false, epsilon: 0 });
    expect(graph.weights.map(({ weight }) => weight.name)).not.toContainEqual(
      expect.stringContaining('moving'),
    );
    for (const [i, value] of values.entries()) expect(y[i]).toBeCloseTo(value, 6);
  });

  it('rejects an axis other than the last', () => {
    const model = sequential({
      layers: [layers.batchNormalization({ axis: 1, inputShape: [5, 2], name: 'frames' })],
    });
    expect(() => toOnnx(model)).toThrow('Layer "frames" normalizes axis 1, which is not supported');
  });
});
