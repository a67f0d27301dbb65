import '@tensorflow/tfjs-backend-cpu';
import { layers, sequential } from '@tensorflow/tfjs-layers';
import { describe, expect, it } from 'vitest';
import { toTrainingGraph } from '../src/toTrainingGraph.js';
import type { OptimizerDescription } from '../src/training/optimizers/optimizerDescription.js';
import { randomArray } from './randomNumbers.js';
import type { Feed } from './session.js';
import { openTraining } from './training.js';

const [batch, nInputs, nOutputs, nSteps] = [4, 3, 2, 6];
const x: Feed = { shape: [batch, nInputs], data: randomArray(batch * nInputs, 1) };
const y: Feed = { shape: [batch, nOutputs], data: randomArray(batch * nOutputs, 2, 2) };
const start = [randomArray(nInputs * nOutputs, 3), randomArray(nOutputs, 4)];
/** A schedule, as the learning rate is fed anew each step. */
const learningRates = [0.1, 0.1, 0.05, 0.05, 0.02, 0.02];

type Weights = readonly (readonly number[])[];

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

/** The new value of one element; what the optimiser keeps for it lies in `kept`. */
type ElementStep = (weight: number, gradient: number, rate: number, step: number, kept: Kept) => number;
type Kept = { [slot: string]: number };

/** Some steps of an optimiser written out for one element at a time, in float64. */
function reference(
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

async function trained(optimizer: OptimizerDescription): Promise<Weights> {
  const model = sequential({ layers: [layers.dense({ units: nOutputs, inputShape: [nInputs] })] });
  const graph = toTrainingGraph(model, { loss: 'meanSquaredError', optimizer });
  const training = await openTraining(graph);
  graph.weights.forEach(({ input }, i) => training.set(input, start[i]!));
  for (let i = 0; i < nSteps; i++) await training.step({ x, y, learningRate: learningRates[i]! });
  return graph.weights.map(({ input }) => [...training.value(input)]);
}

function expectClose(found: Weights, expected: Weights): void {
  expected.forEach((values, which) =>
    values.forEach((value, at) => expect(found[which]![at]).toBeCloseTo(value, 5)),
  );
}

const descent: ElementStep = (weight, gradient, rate) => weight - rate * gradient;

function momentum(share: number, nesterov: boolean): ElementStep {
  return (weight, gradient, rate, _step, kept) => {
    kept.velocity = share * (kept.velocity ?? 0) - rate * gradient;
    return weight + (nesterov ? share * kept.velocity - rate * gradient : kept.velocity);
  };
}

function adam(beta1: number, beta2: number, epsilon: number, decay = 0): ElementStep {
  return (weight, gradient, rate, step, kept) => {
    kept.m = beta1 * (kept.m ?? 0) + (1 - beta1) * gradient;
    kept.v = beta2 * (kept.v ?? 0) + (1 - beta2) * gradient ** 2;
    const alpha = (rate * Math.sqrt(1 - beta2 ** step)) / (1 - beta1 ** step);
    return weight - weight * decay * rate - (alpha * kept.m) / (Math.sqrt(kept.v) + epsilon);
  };
}

function rmsprop(rho: number, share: number, epsilon: number, centered: boolean): ElementStep {
  return (weight, gradient, rate, _step, kept) => {
    kept.square = rho * (kept.square ?? 0) + (1 - rho) * gradient ** 2;
    kept.mean = rho * (kept.mean ?? 0) + (1 - rho) * gradient;
    const variance = kept.square - (centered ? kept.mean ** 2 : 0);
    kept.move = share * (kept.move ?? 0) + (rate * gradient) / Math.sqrt(variance + epsilon);
    return weight - kept.move;
  };
}

function decayed(step: ElementStep, decay: number): ElementStep {
  return (weight, gradient, rate, ...rest) => step(weight * (1 - decay * rate), gradient, rate, ...rest);
}

describe("several steps are Keras's", () => {
  it.each<[string, OptimizerDescription, ElementStep]>([
    ['SGD', { name: 'sgd' }, descent],
    ['SGD with momentum', { name: 'sgd', momentum: 0.8 }, momentum(0.8, false)],
    ['SGD with Nesterov momentum', { name: 'sgd', momentum: 0.8, nesterov: true }, momentum(0.8, true)],
    ['Adam', { name: 'adam' }, adam(0.9, 0.999, 1e-7)],
    ['Adam, all set', { name: 'adam', beta1: 0.8, beta2: 0.9, epsilon: 0.1 }, adam(0.8, 0.9, 0.1)],
    ['AdamW', { name: 'adamW' }, adam(0.9, 0.999, 1e-7, 0.004)],
    ['AdamW, decay 0.1', { name: 'adamW', weightDecay: 0.1 }, adam(0.9, 0.999, 1e-7, 0.1)],
    ['SGD, decay 0.1', { name: 'sgd', weightDecay: 0.1 }, decayed(descent, 0.1)],
    ['RMSprop', { name: 'rmsprop' }, rmsprop(0.9, 0, 1e-7, false)],
    ['RMSprop, decay 0.1', { name: 'rmsprop', weightDecay: 0.1 }, decayed(rmsprop(0.9, 0, 1e-7, false), 0.1)],
    [
      'RMSprop, centred, with momentum',
      { name: 'rmsprop', rho: 0.8, momentum: 0.5, epsilon: 0.01, centered: true },
      rmsprop(0.8, 0.5, 0.01, true),
    ],
  ])('%s', async (_what, description, step) => {
    expectClose(await trained(description), reference(step));
  });
});

const norm = (values: readonly number[]) => Math.hypot(...values);
const scale = (values: readonly number[], factor: number) => values.map((value) => value * factor);

describe('gradients are clipped', () => {
  it('element by element', async () => {
    const clip = (gradients: Weights) =>
      gradients.map((each) => each.map((value) => Math.max(-0.1, Math.min(0.1, value))));
    expectClose(await trained({ name: 'sgd', clipValue: 0.1 }), reference(descent, clip));
  });

  it("by each weight's norm", async () => {
    const clip = (gradients: Weights) => gradients.map((each) => scale(each, Math.min(1, 0.3 / norm(each))));
    expectClose(await trained({ name: 'sgd', clipNorm: 0.3 }), reference(descent, clip));
  });

  it('by the norm of all together', async () => {
    const clip = (gradients: Weights) =>
      gradients.map((each) => scale(each, Math.min(1, 0.3 / norm(gradients.flat()))));
    expectClose(await trained({ name: 'sgd', globalClipNorm: 0.3 }), reference(descent, clip));
  });

  it('before the optimiser sees them', async () => {
    const clip = (gradients: Weights) =>
      gradients.map((each) => each.map((value) => Math.max(-0.1, Math.min(0.1, value))));
    const found = await trained({ name: 'sgd', momentum: 0.9, clipValue: 0.1 });
    expectClose(found, reference(momentum(0.9, false), clip));
  });

  it('not where they are within the bound', async () => {
    expectClose(await trained({ name: 'sgd', globalClipNorm: 100 }), reference(descent));
  });
});

describe('what an optimiser keeps', () => {
  it('starts at 0, one vector for all weights', () => {
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

  it('does not decay into denormal numbers where a gradient stays 0', async () => {
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
