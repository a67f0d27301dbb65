import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { layers, sequential } from '@tensorflow/tfjs-layers';
import { describe, expect, it } from 'vitest';
import { appendNetwork } from '../src/appendNetwork.js';
import { encodeGraph } from '../src/graph/encodeGraph.js';
import { GraphBuilder } from '../src/graph/graphBuilder.js';
import { expectClose } from './expectClose.js';
import { randomArray } from './randomNumbers.js';
import { openSession } from './session.js';

const networkOf = () =>
  sequential({
    layers: [layers.dense({ units: 2, inputShape: [3], activation: 'softmax', name: 'dense' })],
  });

describe('appendNetwork', () => {
  it('combines several models in one graph', async () => {
    const models = [networkOf(), networkOf()];
    const graph = new GraphBuilder();
    const input = graph.input('features', 'float', ['N', 3]);
    const outputs = models.map((model, i) => appendNetwork(graph, model, { input, prefix: `model${i}/` }));
    expect(outputs.map(({ shape }) => shape)).toEqual([[2], [2]]);
    const sum = graph.op(
      'Add',
      outputs.map(({ name }) => name),
    );
    graph.output(graph.rename(sum, 'sum'), 'float', ['N', 2]);

    const run = await openSession(encodeGraph(graph, 'two models'));
    const x = { shape: [4, 3], data: randomArray(12, 1) };
    const { sum: actual } = await run({ features: x });
    const [a, b] = models.map((model) => model.predict(tf.tensor(x.data, [4, 3])) as tf.Tensor);
    expectClose(actual!, tf.add(a!, b!).dataSync(), 1e-6);
  });
});
