import '@tensorflow/tfjs-backend-cpu';
import { layers, sequential } from '@tensorflow/tfjs-layers';
import { describe, expect, it } from 'vitest';
import { toTrainingGraph } from '../../src/toTrainingGraph.js';
import type { Feed } from '../session.js';
import { openTraining } from '../training.js';
import { nInputs, nOutputs } from './optimizerReference.js';

describe('the state of an optimizer', () => {
  it('is one vector for all weights, which starts at 0', () => {
    const model = sequential({ layers: [layers.dense({ units: nOutputs, inputShape: [nInputs] })] });
    const { state, scalars } = toTrainingGraph(model, {
      loss: 'meanSquaredError',
      optimizer: { name: 'adam' },
    });
    const shape = [nInputs * nOutputs + nOutputs];
    expect(state).toEqual([
      { input: 'optimizer/mean', output: 'optimizer/mean/new', shape, initial: 0 },
      { input: 'optimizer/square', output: 'optimizer/square/new', shape, initial: 0 },
    ]);
    expect(scalars).toEqual(['step', 'learningRate']);
  });

  it('does not decay into denormal numbers when a gradient stays 0', async () => {
    const model = sequential({ layers: [layers.dense({ units: 1, inputShape: [1], useBias: false })] });
    const graph = toTrainingGraph(model, { loss: 'meanSquaredError', optimizer: { name: 'adam' } });
    const training = await openTraining(graph);
    const zero: Feed = { shape: [1, 1], data: Float32Array.of(0) };
    for (let i = 0; i < 1200; i++) await training.step({ x: zero, y: zero, learningRate: 0.001 });
    const smallestNormal = 2 ** -126;
    expect(training.value('optimizer/mean')[0]).toBeGreaterThan(smallestNormal);
    expect(training.value('optimizer/square')[0]).toBeGreaterThan(smallestNormal);
    expect(
      Math.abs(training.value(graph.weights[0]!.input)[0]! - graph.weights[0]!.weight.values[0]!),
    ).toBeLessThan(1e-6);
  });
});
