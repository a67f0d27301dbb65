import '@tensorflow/tfjs-backend-cpu';
import { layers, sequential } from '@tensorflow/tfjs-layers';
import { describe, expect, it } from 'vitest';
import { toStatisticsGraph } from '../src/toStatisticsGraph.js';
import { randomArray } from './randomNumbers.js';
import { openSession } from './session.js';

const [batch, nInputs] = [6, 3];
const x = { shape: [batch, nInputs], data: randomArray(batch * nInputs, 7) };

/** Mean and variance of each column in float64, divided by n. */
function momentsOf(values: readonly number[], nColumns: number) {
  const n = values.length / nColumns;
  const column = (k: number) => Array.from({ length: n }, (_, row) => values[row * nColumns + k]!);
  const columns = Array.from({ length: nColumns }, (_, k) => column(k));
  const mean = columns.map((each) => each.reduce((sum, value) => sum + value, 0) / n);
  const variance = columns.map(
    (each, k) => each.reduce((sum, value) => sum + (value - mean[k]!) ** 2, 0) / n,
  );
  return { mean, variance };
}

function expectClose(found: ArrayLike<number>, expected: readonly number[]): void {
  expected.forEach((value, i) => expect(found[i]).toBeCloseTo(value, 5));
}

describe('toStatisticsGraph', () => {
  const model = sequential({
    layers: [
      layers.batchNormalization({ inputShape: [nInputs], name: 'first', epsilon: 1e-6 }),
      layers.dropout({ rate: 0.9 }),
      layers.dense({ units: nInputs, kernelInitializer: 'ones', useBias: false }),
      layers.batchNormalization({ name: 'second' }),
      layers.batchNormalization({ name: 'frozen', trainable: false }),
      layers.dense({ units: 2, activation: 'softmax' }),
    ],
  });
  const graph = toStatisticsGraph(model);

  it('lists every layer that is not frozen', () => {
    expect(graph.layers.map(({ layer }) => layer)).toEqual(['first', 'second']);
  });

  it('measures each input, with earlier batch normalizations by the batch and without dropout', async () => {
    const outputs = await (await openSession(graph.bytes))({ input: x });
    const [first, second] = graph.layers.map(({ mean, variance }) => ({
      mean: outputs[mean]!,
      variance: outputs[variance]!,
    }));
    const expected = momentsOf([...x.data], nInputs);
    expectClose(first!.mean, expected.mean);
    expectClose(first!.variance, expected.variance);

    const sums = Array.from({ length: batch }, (_, row) =>
      expected.mean.reduce((sum, mean, k) => {
        return sum + (x.data[row * nInputs + k]! - mean) / Math.sqrt(expected.variance[k]! + 1e-6);
      }, 0),
    );
    const ofSums = momentsOf(sums, 1);
    expectClose(second!.mean, [0, 0, 0]);
    expectClose(
      second!.variance,
      Array.from({ length: nInputs }, () => ofSums.variance[0]!),
    );
  });

  it('rejects a layer that is not supported', () => {
    const model = sequential({
      layers: [layers.gaussianNoise({ inputShape: [nInputs], stddev: 1, name: 'noise' })],
    });
    expect(() => toStatisticsGraph(model)).toThrow('noise');
  });
});
