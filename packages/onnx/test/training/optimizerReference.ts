import { layers, sequential } from '@tensorflow/tfjs-layers';
import { expect } from 'vitest';
import { toTrainingGraph } from '../../src/toTrainingGraph.js';
import type { OptimizerDescription } from '../../src/training/optimizers/optimizerDescription.js';
import { randomArray } from '../randomNumbers.js';
import type { Feed } from '../session.js';
import { openTraining } from '../training.js';

export const [nInputs, nOutputs] = [3, 2];
const [batch, nSteps] = [4, 6];
const x: Feed = { shape: [batch, nInputs], data: randomArray(batch * nInputs, 1) };
const y: Feed = { shape: [batch, nOutputs], data: randomArray(batch * nOutputs, 2, 2) };
const start = [randomArray(nInputs * nOutputs, 3), randomArray(nOutputs, 4)];
/** A schedule: the learning rate is an input of each step. */
const learningRates = [0.1, 0.1, 0.05, 0.05, 0.02, 0.02];

export type Weights = readonly (readonly number[])[];

/** The gradients of the mean squared error of x W + b, in float64. */
function gradientsAt([kernel, bias]: Weights): Weights {
  const ofKernel = kernel!.map(() => 0);
  const ofBias = bias!.map(() => 0);
  for (let i = 0; i < batch; i++) {
    for (let k = 0; k < nOutputs; k++) {
      let error = bias![k]! - y.data[i * nOutputs + k]!;
      for (let j = 0; j < nInputs; j++) error += x.data[i * nInputs + j]! * kernel![j * nOutputs + k]!;
      const slope = (2 * error) / (batch * nOutputs);
      for (let j = 0; j < nInputs; j++) ofKernel[j * nOutputs + k]! += slope * x.data[i * nInputs + j]!;
      ofBias[k]! += slope;
    }
  }
  return [ofKernel, ofBias];
}

/** The new value of one element; the optimizer's state for it is in `kept`. */
export type ElementStep = (
  weight: number,
  gradient: number,
  rate: number,
  step: number,
  kept: Kept,
) => number;
type Kept = { [slot: string]: number };

/** Steps of an optimizer in float64, one element at a time. */
export function referenceSteps(
  step: ElementStep,
  clip: (gradients: Weights) => Weights = (gradients) => gradients,
): Weights {
  let weights: Weights = start.map((values) => [...values]);
  const kept: Kept[][] = weights.map((values) => values.map(() => ({})));
  learningRates.forEach((rate, i) => {
    const gradients = clip(gradientsAt(weights));
    weights = weights.map((values, which) =>
      values.map((value, at) => step(value, gradients[which]![at]!, rate, i + 1, kept[which]![at]!)),
    );
  });
  return weights;
}

/** The weights after the same steps of a training graph. */
export async function train(optimizer: OptimizerDescription): Promise<Weights> {
  const model = sequential({ layers: [layers.dense({ units: nOutputs, inputShape: [nInputs] })] });
  const graph = toTrainingGraph(model, { loss: 'meanSquaredError', optimizer });
  const training = await openTraining(graph);
  graph.weights.forEach(({ input }, i) => training.set(input, start[i]!));
  for (let i = 0; i < nSteps; i++) await training.step({ x, y, learningRate: learningRates[i]! });
  return graph.weights.map(({ input }) => [...training.value(input)]);
}

export function expectWeights(found: Weights, expected: Weights): void {
  expected.forEach((values, which) =>
    values.forEach((value, at) => expect(found[which]![at]).toBeCloseTo(value, 5)),
  );
}

export const descent: ElementStep = (weight, gradient, rate) => weight - rate * gradient;

export function momentum(share: number, nesterov: boolean): ElementStep {
  return (weight, gradient, rate, _step, kept) => {
    kept.velocity = share * (kept.velocity ?? 0) - rate * gradient;
    return weight + (nesterov ? share * kept.velocity - rate * gradient : kept.velocity);
  };
}

export function adam(beta1: number, beta2: number, epsilon: number, decay = 0): ElementStep {
  return (weight, gradient, rate, step, kept) => {
    kept.m = beta1 * (kept.m ?? 0) + (1 - beta1) * gradient;
    kept.v = beta2 * (kept.v ?? 0) + (1 - beta2) * gradient ** 2;
    const alpha = (rate * Math.sqrt(1 - beta2 ** step)) / (1 - beta1 ** step);
    return weight - weight * decay * rate - (alpha * kept.m) / (Math.sqrt(kept.v) + epsilon);
  };
}

export function rmsprop(rho: number, share: number, epsilon: number, centered: boolean): ElementStep {
  return (weight, gradient, rate, _step, kept) => {
    kept.square = rho * (kept.square ?? 0) + (1 - rho) * gradient ** 2;
    kept.mean = rho * (kept.mean ?? 0) + (1 - rho) * gradient;
    const variance = kept.square - (centered ? kept.mean ** 2 : 0);
    kept.move = share * (kept.move ?? 0) + (rate * gradient) / Math.sqrt(variance + epsilon);
    return weight - kept.move;
  };
}

export function decayed(step: ElementStep, decay: number): ElementStep {
  return (weight, gradient, rate, ...rest) => step(weight * (1 - decay * rate), gradient, rate, ...rest);
}
