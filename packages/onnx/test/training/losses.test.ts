import '@tensorflow/tfjs-backend-cpu';
import { layers, type sequential } from '@tensorflow/tfjs-layers';
import { describe, expect, it } from 'vitest';
import { toTrainingGraph } from '../../src/toTrainingGraph.js';
import type { TrainingGraphOptions } from '../../src/training/trainingOptions.js';
import { openTraining } from '../training.js';
import {
  binaryCrossEntropy,
  crossEntropy,
  type ExampleLoss,
  expectReference,
  indices,
  nInputs,
  nOutputs,
  oneHot,
  oneLayer,
  plain,
  sampleWeight,
  squaredError,
  sum,
  x,
  yesAndNo,
} from './lossReference.js';

describe('losses', () => {
  it('is categorical cross-entropy after softmax', async () => {
    const graph = toTrainingGraph(oneLayer({ activation: 'softmax' }), {
      ...plain,
      loss: 'categoricalCrossentropy',
    });
    expect(graph.target).toEqual({ name: 'target', elementType: 'float', shape: ['N', nOutputs] });
    const outputs = await expectReference(graph, { x, y: oneHot }, { loss: crossEntropy, target: oneHot });
    const probabilities = outputs[graph.probabilities]!;
    expect(sum([...probabilities.subarray(0, nOutputs)])).toBeCloseTo(1, 6);
  });

  it('includes a softmax that is a separate layer', async () => {
    for (const last of [layers.softmax(), layers.activation({ activation: 'softmax' })]) {
      const model = oneLayer({}) as ReturnType<typeof sequential>;
      model.add(last);
      const graph = toTrainingGraph(model, { ...plain, loss: 'categoricalCrossentropy' });
      await expectReference(graph, { x, y: oneHot }, { loss: crossEntropy, target: oneHot });
    }
  });

  it('is finite and exact where the softmax is 0', async () => {
    const graph = toTrainingGraph(oneLayer({ activation: 'softmax' }), {
      ...plain,
      loss: 'categoricalCrossentropy',
    });
    const training = await openTraining(graph);
    training.set(graph.weights[0]!.input, new Float32Array(nInputs * nOutputs));
    training.set(graph.weights[1]!.input, Float32Array.of(0, 0, 0, 300));
    const { loss } = await training.run({ x, y: oneHot });
    expect(loss![0]).toBeCloseTo((4 / 5) * 300, 3);
  });

  it('has class indices as targets in its sparse form', async () => {
    const graph = toTrainingGraph(oneLayer({ activation: 'softmax' }), {
      ...plain,
      loss: 'sparseCategoricalCrossentropy',
    });
    expect(graph.target).toEqual({ name: 'target', elementType: 'int32', shape: ['N'] });
    await expectReference(graph, { x, y: indices }, { loss: crossEntropy, target: oneHot });
  });

  it('is binary cross-entropy after sigmoid', async () => {
    const graph = toTrainingGraph(oneLayer({ activation: 'sigmoid' }), {
      ...plain,
      loss: 'binaryCrossentropy',
    });
    await expectReference(graph, { x, y: yesAndNo }, { loss: binaryCrossEntropy, target: yesAndNo });
  });

  it('is the mean squared error of any output', async () => {
    const graph = toTrainingGraph(oneLayer({}), { ...plain, loss: 'meanSquaredError' });
    await expectReference(graph, { x, y: oneHot }, { loss: squaredError, target: oneHot });
  });

  it.each<[TrainingGraphOptions['loss'], 'softmax' | 'sigmoid', ExampleLoss, number]>([
    ['categoricalCrossentropy', 'softmax', crossEntropy, nOutputs],
    ['binaryCrossentropy', 'sigmoid', binaryCrossEntropy, 2],
  ])('smooths the labels of %s', async (loss, activation, reference, nChoices) => {
    const graph = toTrainingGraph(oneLayer({ activation }), { ...plain, loss, labelSmoothing: 0.2 });
    const smooth = (share: number) => share * 0.8 + 0.2 / nChoices;
    await expectReference(graph, { x, y: oneHot }, { loss: reference, target: oneHot, smooth });
  });

  it('weights the examples, and divides by their number', async () => {
    const graph = toTrainingGraph(oneLayer({ activation: 'softmax' }), {
      ...plain,
      loss: 'categoricalCrossentropy',
      sampleWeights: true,
    });
    expect(graph.sampleWeight).toEqual({ name: 'sampleWeight', elementType: 'float', shape: ['N'] });
    const reference = { loss: crossEntropy, target: oneHot, weights: sampleWeight };
    await expectReference(graph, { x, y: oneHot, sampleWeight }, reference);
  });
});
