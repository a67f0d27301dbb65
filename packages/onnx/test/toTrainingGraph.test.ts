import type { SerError } from '@ser/core';
import '@tensorflow/tfjs-backend-cpu';
import { constraints, layers, sequential } from '@tensorflow/tfjs-layers';
import { describe, expect, it } from 'vitest';
import type { LayersModelLike } from '../src/network/layersModelLike.js';
import { toTrainingGraph } from '../src/toTrainingGraph.js';
import type { TrainingGraphOptions } from '../src/training/trainingOptions.js';
import { errorFrom } from './errorFrom.js';
import { randomArray } from './randomNumbers.js';
import type { Feed } from './session.js';
import { openTraining } from './training.js';

const options: TrainingGraphOptions = { loss: 'categoricalCrossentropy', optimizer: { name: 'adam' } };

function classifier(first: Partial<Parameters<typeof layers.dense>[0]> = {}) {
  return sequential({
    layers: [
      layers.dense({ name: 'hidden', units: 8, inputShape: [3], activation: 'tanh', ...first }),
      layers.dropout({ name: 'drop', rate: 0.25 }),
      layers.dense({ name: 'last', units: 2, activation: 'softmax' }),
    ],
  });
}

/** Points whose class is the sign of their first coordinate. */
function examples(n: number): { x: Feed; y: Feed } {
  const data = randomArray(n * 3, 5);
  const y = Float32Array.from({ length: n * 2 }, (_, at) => {
    const isPositive = data[Math.floor(at / 2) * 3]! > 0 ? 1 : 0;
    return at % 2 === isPositive ? 1 : 0;
  });
  return { x: { shape: [n, 3], data }, y: { shape: [n, 2], data: y } };
}

function rejection(model: LayersModelLike, changed: Partial<TrainingGraphOptions> = {}): SerError {
  return errorFrom(() => toTrainingGraph(model, { ...options, ...changed }));
}

describe('toTrainingGraph', () => {
  it('gives a graph that learns, with batches of any size', async () => {
    const training = await openTraining(toTrainingGraph(classifier(), options));
    const losses: number[] = [];
    for (let i = 0; i < 60; i++) {
      const { loss } = await training.step({ ...examples(i % 2 === 0 ? 32 : 20), learningRate: 0.05 });
      losses.push(loss![0]!);
    }
    expect(losses[0]).toBeGreaterThan(0.4);
    expect(losses.at(-1)).toBeLessThan(0.2);
  });

  it('gives the same bytes for the same model', () => {
    const model = classifier();
    expect(toTrainingGraph(model, options).bytes).toEqual(toTrainingGraph(model, options).bytes);
  });

  it('describes its inputs and outputs', () => {
    const graph = toTrainingGraph(classifier(), { ...options, metrics: ['accuracy'] });
    expect(graph.input).toEqual({ name: 'input', elementType: 'float', shape: ['N', 3] });
    expect(graph.masks).toEqual([
      { name: 'drop/mask0', layer: 'drop', shape: [8], channelsFirst: false, rate: 0.25 },
    ]);
    expect(graph.weights.map(({ input, output }) => [input, output])).toEqual([
      ['hidden/kernel', 'hidden/kernel/new'],
      ['hidden/bias', 'hidden/bias/new'],
      ['last/kernel', 'last/kernel/new'],
      ['last/bias', 'last/bias/new'],
    ]);
    expect([graph.loss, graph.probabilities, graph.metrics]).toEqual([
      'loss',
      'probabilities',
      [{ metric: 'accuracy', output: 'accuracy' }],
    ]);
    expect(graph.sampleWeight).toBeUndefined();
  });

  it('drops according to the mask, and scales the rest up', async () => {
    const graph = toTrainingGraph(classifier(), options);
    const training = await openTraining(graph);
    training.set('last/bias', Float32Array.of(0.5, -0.5));
    const feeds = { ...examples(4), masks: { 'drop/mask0': new Uint8Array(4 * 8) } };
    const { probabilities } = await training.run(feeds);
    const expected = 1 / (1 + Math.exp(-1));
    expect([...probabilities!].filter((_, at) => at % 2 === 0).map((p) => p.toFixed(5))).toEqual(
      Array(4).fill(expected.toFixed(5)),
    );
  });

  it('does not change frozen layers, and stores their weights', async () => {
    const model = classifier({ trainable: false });
    const graph = toTrainingGraph(model, options);
    expect(graph.weights.map(({ input }) => input)).toEqual(['last/kernel', 'last/bias']);
    const training = await openTraining(graph);
    const { loss } = await training.step({ ...examples(8), learningRate: 0.01 });
    expect(loss![0]).toBeGreaterThan(0);
  });
});

describe('toTrainingGraph rejects', () => {
  it('a model that does not end in the activation that the loss needs', () => {
    const { code, message, layer } = rejection(classifier(), { loss: 'binaryCrossentropy' });
    expect([code, layer]).toEqual(['unsupported-model', 'last']);
    expect(message).toContain('needs a model that ends in sigmoid; layer "last" ends in softmax');
  });

  it('an output that is not a vector', () => {
    const model = sequential({
      layers: [layers.dense({ units: 2, inputShape: [4, 3], activation: 'softmax' })],
    });
    const { code, message } = rejection(model);
    expect(code).toBe('unsupported-model');
    expect(message).toContain('[4, 2]');
  });

  it('a model with nothing to train', () => {
    const model = sequential({ layers: [layers.softmax({ inputShape: [3] })] });
    expect(rejection(model).message).toContain('no trainable weights');
  });

  it('constraints', () => {
    const { code, message } = rejection(classifier({ kernelConstraint: constraints.nonNeg() }));
    expect(code).toBe('unsupported-option');
    expect(message).toContain('Layer "hidden" has a `kernel_constraint`');
  });

  it.each<[Partial<TrainingGraphOptions>, string]>([
    [{ loss: 'hinge' as never }, "`loss` must be one of 'categoricalCrossentropy', "],
    [{ labelSmoothing: 1 }, '`labelSmoothing` must be a finite number at least 0 and below 1; got 1.'],
    [
      { loss: 'meanSquaredError', labelSmoothing: 0.1 },
      '`labelSmoothing` must be 0 with meanSquaredError; got 0.1. Remove it, or use a cross-entropy.',
    ],
    [
      { loss: 'meanSquaredError', metrics: ['accuracy'] },
      '`metrics` must be empty with meanSquaredError; got ["accuracy"].',
    ],
    [{ metrics: ['recall' as never] }, "`metrics` must be one of 'accuracy'; got 'recall'."],
    [
      { optimizer: { name: 'adagrad' as never } },
      "`optimizer.name` must be one of 'sgd', 'adam', 'adamW', 'rmsprop'; got 'adagrad'.",
    ],
    [
      { optimizer: { name: 'sgd', momentum: 1.5 } },
      '`optimizer.momentum` must be a finite number at least 0 and below 1; got 1.5.',
    ],
    [
      { optimizer: { name: 'adam', epsilon: 0 } },
      '`optimizer.epsilon` must be a finite number above 0; got 0.',
    ],
    [
      { optimizer: { name: 'adamW', weightDecay: -1 } },
      '`optimizer.weightDecay` must be a finite number at least 0; got -1.',
    ],
    [
      { optimizer: { name: 'sgd', clipNorm: NaN } },
      '`optimizer.clipNorm` must be a finite number above 0; got NaN.',
    ],
    [
      { optimizer: { name: 'sgd', clipNorm: 1, clipValue: 1 } },
      '`optimizer` must be given at most one of clipValue, clipNorm, globalClipNorm',
    ],
  ])('the options %o', (changed, fragment) => {
    const { code, message } = rejection(classifier(), changed);
    expect(code).toBe('invalid-option');
    expect(message).toContain(fragment);
  });
});
