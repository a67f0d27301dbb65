import { layers, type LayersModel, sequential } from '@tensorflow/tfjs-layers';
import { expect } from 'vitest';
import type { TrainingGraph } from '../../src/training/trainingGraph.js';
import { randomArray } from '../randomNumbers.js';
import type { Feed } from '../session.js';
import { openTraining, type StepFeeds } from '../training.js';

export const [batch, nInputs, nOutputs] = [5, 3, 4];
export const x: Feed = { shape: [batch, nInputs], data: randomArray(batch * nInputs, 1) };
const classes = [0, 3, 1, 1, 2];
export const sampleWeight = Float32Array.of(1, 0.5, 2, 0, 3);
export const oneHot = targets((i, k) => (classes[i] === k ? 1 : 0));
export const yesAndNo = targets((i, k) => (i + k) % 2);
export const indices: Feed = { shape: [batch], data: Int32Array.from(classes) };
export const plain = { optimizer: { name: 'sgd' } } as const;

function targets(value: (i: number, k: number) => number): Feed {
  const data = Float32Array.from({ length: batch * nOutputs }, (_, at) =>
    value(Math.floor(at / nOutputs), at % nOutputs),
  );
  return { shape: [batch, nOutputs], data };
}

/** A model of one layer; without activation its output is x W + b. */
export function oneLayer(settings: Partial<Parameters<typeof layers.dense>[0]>): LayersModel {
  const dense = layers.dense({ units: nOutputs, inputShape: [nInputs], ...settings });
  return sequential({ layers: [dense] });
}

/** Loss of one example, from the outputs x W + b of the layer, in float64. */
export type ExampleLoss = (outputs: readonly number[], target: readonly number[]) => number;

export const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

export const crossEntropy: ExampleLoss = (logits, target) => {
  const logTotal = Math.log(sum(logits.map(Math.exp)));
  return -sum(target.map((share, k) => share * (logits[k]! - logTotal)));
};

export const binaryCrossEntropy: ExampleLoss = (logits, target) => {
  const terms = target.map((share, k) => {
    const yes = 1 / (1 + Math.exp(-logits[k]!));
    return -share * Math.log(yes) - (1 - share) * Math.log(1 - yes);
  });
  return sum(terms) / nOutputs;
};

export const squaredError: ExampleLoss = (outputs, target) =>
  sum(target.map((value, k) => (outputs[k]! - value) ** 2)) / nOutputs;

interface Reference {
  readonly loss: ExampleLoss;
  readonly target: Feed;
  readonly smooth?: (share: number) => number;
  readonly weights?: Float32Array;
  readonly penalty?: (kernel: ArrayLike<number>, bias: ArrayLike<number>) => number;
}

/** Mean loss of the batch in float64, from the textbook formula. */
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
export async function expectReference(graph: TrainingGraph, feeds: StepFeeds, reference: Reference) {
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
