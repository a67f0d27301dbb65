import '@tensorflow/tfjs-backend-cpu';
import { layers, type LayersModel, regularizers, sequential } from '@tensorflow/tfjs-layers';
import { describe, expect, it } from 'vitest';
import { toTrainingGraph } from '../../src/toTrainingGraph.js';
import type { TrainingGraph } from '../../src/training/trainingGraph.js';
import type { TrainingGraphOptions } from '../../src/training/trainingOptions.js';
import { randomArray } from '../randomNumbers.js';
import type { Feed } from '../session.js';
import { openTraining, type StepFeeds } from '../training.js';

const [batch, nInputs, nOutputs] = [5, 3, 4];
const x: Feed = { shape: [batch, nInputs], data: randomArray(batch * nInputs, 1) };
const classes = [0, 3, 1, 1, 2];
const sampleWeight = Float32Array.of(1, 0.5, 2, 0, 3);
const oneHot = targets((i, k) => (classes[i] === k ? 1 : 0));
const yesAndNo = targets((i, k) => (i + k) % 2);
const indices: Feed = { shape: [batch], data: Int32Array.from(classes) };
const plain = { optimizer: { name: 'sgd' } } as const;

function targets(value: (i: number, k: number) => number): Feed {
  const data = Float32Array.from({ length: batch * nOutputs }, (_, at) =>
    value(Math.floor(at / nOutputs), at % nOutputs),
  );
  return { shape: [batch, nOutputs], data };
}

/** A layer that tells all: what the loss is given is x W + b. */
function oneLayer(settings: Partial<Parameters<typeof layers.dense>[0]>): LayersModel {
  const dense = layers.dense({ units: nOutputs, inputShape: [nInputs], ...settings });
  return sequential({ layers: [dense] });
}

/** Loss of one example, from the outputs x W + b of the layer, in float64. */
type ExampleLoss = (outputs: readonly number[], target: readonly number[]) => number;

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

const crossEntropy: ExampleLoss = (logits, target) => {
  const logTotal = Math.log(sum(logits.map(Math.exp)));
  return -sum(target.map((share, k) => share * (logits[k]! - logTotal)));
};

const binaryCrossEntropy: ExampleLoss = (logits, target) => {
  const terms = target.map((share, k) => {
    const yes = 1 / (1 + Math.exp(-logits[k]!));
    return -share * Math.log(yes) - (1 - share) * Math.log(1 - yes);
  });
  return sum(terms) / nOutputs;
};

const squaredError: ExampleLoss = (outputs, target) =>
  sum(target.map((value, k) => (outputs[k]! - value) ** 2)) / nOutputs;

interface Reference {
  readonly loss: ExampleLoss;
  readonly target: Feed;
  readonly smooth?: (share: number) => number;
  readonly weights?: Float32Array;
  readonly penalty?: (kernel: ArrayLike<number>, bias: ArrayLike<number>) => number;
}

/** Mean loss of the batch in float64, written as in the textbook. */
function referenceLoss(reference: Reference, kernel: readonly number[], bias: readonly number[]): number {
  const { loss, target, smooth = (share) => share, weights, penalty } = reference;
  const losses = Array.from({ length: batch }, (_, i) => {
    const row = [...x.data.subarray(i * nInputs, (i + 1) * nInputs)];
    const outputs = bias.map((b, k) => b + sum(row.map((value, j) => value * kernel[j * nOutputs + k]!)));
    const wanted = [...target.data.subarray(i * nOutputs, (i + 1) * nOutputs)].map(smooth);
    return loss(outputs, wanted) * (weights?.[i] ?? 1);
  });
  return sum(losses) / batch + (penalty?.(kernel, bias) ?? 0);
}

/** Checks the loss of a graph, and the gradients of kernel and bias by central differences of the reference. */
async function expectLikeReference(graph: TrainingGraph, feeds: StepFeeds, reference: Reference) {
  const training = await openTraining(graph);
  for (const { input, weight } of graph.weights) {
    const size = weight.values.length;
    training.set(input, randomArray(size, size));
  }
  const names = graph.weights.map(({ input }) => input);
  const values = names.map((name) => [...training.value(name)]);
  const outputs = await training.run({ ...feeds, learningRate: 64 });
  expect(outputs[graph.loss]![0]).toBeCloseTo(referenceLoss(reference, values[0]!, values[1]!), 5);
  graph.weights.forEach(({ output }, which) => {
    values[which]!.forEach((value, at) => {
      const slopeOver = (shift: number) => {
        const moved = values.map((each) => [...each]);
        moved[which]![at] = value + shift;
        return referenceLoss(reference, moved[0]!, moved[1]!);
      };
      const slope = (slopeOver(1e-5) - slopeOver(-1e-5)) / 2e-5;
      expect((value - outputs[output]![at]!) / 64).toBeCloseTo(slope, 5);
    });
  });
  return outputs;
}

describe('the loss', () => {
  it('is categorical cross-entropy after softmax', async () => {
    const graph = toTrainingGraph(oneLayer({ activation: 'softmax' }), {
      ...plain,
      loss: 'categoricalCrossentropy',
    });
    expect(graph.target).toEqual({ name: 'target', elementType: 'float', shape: ['N', nOutputs] });
    const outputs = await expectLikeReference(
      graph,
      { x, y: oneHot },
      { loss: crossEntropy, target: oneHot },
    );
    const probabilities = outputs[graph.probabilities]!;
    expect(sum([...probabilities.subarray(0, nOutputs)])).toBeCloseTo(1, 6);
  });

  it('takes in a softmax that is a layer of its own', async () => {
    for (const last of [layers.softmax(), layers.activation({ activation: 'softmax' })]) {
      const model = oneLayer({}) as ReturnType<typeof sequential>;
      model.add(last);
      const graph = toTrainingGraph(model, { ...plain, loss: 'categoricalCrossentropy' });
      await expectLikeReference(graph, { x, y: oneHot }, { loss: crossEntropy, target: oneHot });
    }
  });

  it('stays finite and exact where the softmax says 0', async () => {
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

  it('takes class indices in its sparse form', async () => {
    const graph = toTrainingGraph(oneLayer({ activation: 'softmax' }), {
      ...plain,
      loss: 'sparseCategoricalCrossentropy',
    });
    expect(graph.target).toEqual({ name: 'target', elementType: 'int32', shape: ['N'] });
    await expectLikeReference(graph, { x, y: indices }, { loss: crossEntropy, target: oneHot });
  });

  it('is binary cross-entropy after sigmoid', async () => {
    const graph = toTrainingGraph(oneLayer({ activation: 'sigmoid' }), {
      ...plain,
      loss: 'binaryCrossentropy',
    });
    await expectLikeReference(graph, { x, y: yesAndNo }, { loss: binaryCrossEntropy, target: yesAndNo });
  });

  it('is the mean squared error of any output', async () => {
    const graph = toTrainingGraph(oneLayer({}), { ...plain, loss: 'meanSquaredError' });
    await expectLikeReference(graph, { x, y: oneHot }, { loss: squaredError, target: oneHot });
  });

  it.each<[TrainingGraphOptions['loss'], 'softmax' | 'sigmoid', ExampleLoss, number]>([
    ['categoricalCrossentropy', 'softmax', crossEntropy, nOutputs],
    ['binaryCrossentropy', 'sigmoid', binaryCrossEntropy, 2],
  ])('smooths the labels of %s', async (loss, activation, reference, nChoices) => {
    const graph = toTrainingGraph(oneLayer({ activation }), { ...plain, loss, labelSmoothing: 0.2 });
    const smooth = (share: number) => share * 0.8 + 0.2 / nChoices;
    await expectLikeReference(graph, { x, y: oneHot }, { loss: reference, target: oneHot, smooth });
  });

  it('weighs the examples, and divides by their number all the same', async () => {
    const graph = toTrainingGraph(oneLayer({ activation: 'softmax' }), {
      ...plain,
      loss: 'categoricalCrossentropy',
      sampleWeights: true,
    });
    expect(graph.sampleWeight).toEqual({ name: 'sampleWeight', elementType: 'float', shape: ['N'] });
    const reference = { loss: crossEntropy, target: oneHot, weights: sampleWeight };
    await expectLikeReference(graph, { x, y: oneHot, sampleWeight }, reference);
  });

  it('holds the penalties that layers ask for', async () => {
    const model = oneLayer({
      kernelRegularizer: regularizers.l1l2({ l1: 0.1, l2: 0.3 }),
      biasRegularizer: regularizers.l2({ l2: 0.7 }),
    });
    const graph = toTrainingGraph(model, { ...plain, loss: 'meanSquaredError' });
    const penalty = (kernel: ArrayLike<number>, bias: ArrayLike<number>) =>
      sum(Array.from(kernel, (w) => 0.1 * Math.abs(w) + 0.3 * w * w)) +
      sum(Array.from(bias, (b) => 0.7 * b * b));
    await expectLikeReference(graph, { x, y: oneHot }, { loss: squaredError, target: oneHot, penalty });
  });

  it('holds the penalties of layers inside a wrapper, each weight by its own setting', async () => {
    const settings = { units: 2, recurrentInitializer: 'glorotUniform' } as const;
    const lossWith = async (regularized: Partial<Parameters<typeof layers.gru>[0]>) => {
      const gru = layers.gru({ ...settings, ...regularized }) as layers.RNN;
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
    // Forwards and backwards: kernels [3, 6], recurrent kernels [2, 6].
    expect(penalty).toBeCloseTo(2 * (0.5 * squares(18) + 0.25 * squares(12)), 4);
  });
});

describe('accuracy', () => {
  it.each<[TrainingGraphOptions['loss'], 'softmax' | 'sigmoid', Feed]>([
    ['categoricalCrossentropy', 'softmax', oneHot],
    ['sparseCategoricalCrossentropy', 'softmax', indices],
    ['binaryCrossentropy', 'sigmoid', yesAndNo],
  ])('of %s is the share of right answers', async (loss, activation, y) => {
    const graph = toTrainingGraph(oneLayer({ activation }), { ...plain, loss, metrics: ['accuracy'] });
    const training = await openTraining(graph);
    training.set(graph.weights[0]!.input, new Float32Array(nInputs * nOutputs));
    training.set(graph.weights[1]!.input, Float32Array.of(-1, 2, -1, -1));
    const { accuracy } = await training.run({ x, y });
    // It always says class 1, right for two of five; with yes and no, right for "no, yes, no, …" less one of each row.
    const expected = loss === 'binaryCrossentropy' ? binaryShare() : 2 / 5;
    expect(accuracy![0]).toBeCloseTo(expected, 6);
  });
});

/** Share of `yesAndNo` that equals "no, yes, no, no". */
function binaryShare(): number {
  const right = Array.from(yesAndNo.data).filter((value, at) => value === (at % nOutputs === 1 ? 1 : 0));
  return right.length / yesAndNo.data.length;
}
