import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { layers, type LayersModel, sequential } from '@tensorflow/tfjs-layers';
import { describe, expect, it } from 'vitest';
import { supportedLayers } from '../src/layers/layerDefinitions.js';
import type { WeightNode } from '../src/network/layerNode.js';
import { readNetwork } from '../src/network/readNetwork.js';
import { toOnnx } from '../src/toOnnx.js';
import { toTrainingGraph } from '../src/toTrainingGraph.js';
import type { TrainingGraph } from '../src/training/trainingGraph.js';
import { type LayerCase, layerCases } from './layerCases.js';
import { randomArray } from './randomNumbers.js';
import { type Feed, openSession, type Runtime } from './session.js';
import { openTraining, type StepFeeds } from './training.js';

describe('every layer', () => {
  it('has a case', () => {
    const covered = new Set(layerCases.map((layerCase) => layerCase.layer));
    expect(supportedLayers.filter((name) => !covered.has(name))).toEqual([]);
  });
});

describe.each(layerCases)('$layer, $what', (layerCase) => {
  it('predicts what TensorFlow.js predicts, for one example and for several', async () => {
    const model = withRandomWeights(layerCase.build());
    const run = await openSession(toOnnx(model));
    for (const batch of [layerCase.batch ?? 3, 1]) {
      const x = examples(model, layerCase, batch);
      const expected = (model.predict(toTensor(x)) as tf.Tensor).dataSync() as Float32Array;
      const { output } = await run({ input: x });
      expectClose(output!, expected, 1e-5);
    }
  });

  const { unlikeTensorFlow } = layerCase;
  it.skipIf(unlikeTensorFlow)(
    'has the gradients of TensorFlow.js, and moves averages as it does',
    async () => {
      const { model, graph, feeds } = setUp(layerCase);
      const { loss, values } = await found(graph, feeds, 'node');
      const expected = tensorflowStep(model, graph, feeds);
      expectClose(loss, [expected.loss], 1e-5);
      for (const [weight, value] of values) expectClose(value, expected.values.get(weight.values)!, 2e-5);
    },
  );

  it('trains in WebAssembly as it does natively', async () => {
    const { graph, feeds } = setUp(layerCase);
    const native = await found(graph, feeds, 'node');
    const web = await found(graph, feeds, 'web');
    expectClose(web.loss, native.loss, 1e-5);
    // Twice the tolerance of each against TensorFlow.js.
    for (const [weight, values] of native.values) expectClose(web.values.get(weight)!, values, 4e-5);
  });

  it('has the gradients of central differences', async () => {
    const { graph, feeds } = setUp(layerCase);
    const training = await openTraining(graph);
    const { values } = await found(graph, feeds, 'node');
    const lossAt = async (name: string, at: number, shift: number): Promise<number> => {
      const original = training.value(name);
      training.set(
        name,
        Float32Array.from(original, (value, i) => (i === at ? value + shift : value)),
      );
      const { [graph.probabilities]: prediction } = await training.run(feeds);
      training.set(name, original);
      return meanSquaredError(prediction!, feeds.y.data);
    };
    for (const { input, weight } of graph.weights.filter(({ weight }) => weight.trainable)) {
      const gradient = values.get(weight)!;
      const largest = Math.max(...gradient.map(Math.abs));
      for (let at = 0; at < gradient.length; at += Math.ceil(gradient.length / 4)) {
        const errors: number[] = [];
        for (const shift of [8e-3, 2e-3, 5e-4]) {
          const slope = ((await lossAt(input, at, shift)) - (await lossAt(input, at, -shift))) / (2 * shift);
          errors.push(Math.abs(slope - gradient[at]!));
        }
        // The smaller shifts are for weights that the larger ones carry over the kink of a ReLU. Outputs near 1 are
        // known to 1e-7, the slope over 1e-3 therefore to 1e-4.
        expect(Math.min(...errors)).toBeLessThan(5e-3 * largest + 1e-4);
      }
    }
  });
});

/** Large, so that the difference of two weights tells the gradient with all its digits. */
const learningRate = 1024;

/** The loss, gradients of trainable weights, and new values of the others. */
async function found(graph: TrainingGraph, feeds: StepFeeds, runtime: Runtime) {
  const outputs = await (await openTraining(graph, runtime)).run({ ...feeds, learningRate });
  const values = new Map<WeightNode, Float32Array>();
  for (const { output, weight } of graph.weights) {
    const after = outputs[output]!;
    // Plain gradient descent has taken the gradient times the learning rate off the weight.
    const gradient = weight.values.map((before, i) => (before - after[i]!) / learningRate);
    values.set(weight, weight.trainable ? gradient : after);
  }
  return { loss: outputs[graph.loss]!, values };
}

/** In float64, as the difference of two losses needs. */
function meanSquaredError(prediction: ArrayLike<number>, truth: ArrayLike<number>): number {
  const squares = Array.from(truth, (value, i) => (value - prediction[i]!) ** 2);
  return squares.reduce((sum, square) => sum + square, 0) / squares.length;
}

/** The case between a Dense layer before it and, where it does not give a vector, a Reshape behind it. */
function setUp(layerCase: LayerCase) {
  const core = layerCase.build();
  const inputShape = core.inputs[0]!.shape.slice(1) as number[];
  const model = sequential();
  if (layerCase.integersBelow === undefined) {
    model.add(layers.dense({ units: inputShape.at(-1)!, inputShape }));
  }
  model.add(core);
  const { outputShape } = readNetwork(core).output;
  const size = tf.util.sizeFromShape([...outputShape]);
  if (outputShape.length > 1) model.add(layers.reshape({ targetShape: [size] }));
  withRandomWeights(model);

  const batch = layerCase.batch ?? 3;
  const graph = toTrainingGraph(model, { loss: 'meanSquaredError', optimizer: { name: 'sgd' } });
  const masks = graph.masks.map(({ name, shape }, i) => {
    const size = shape.reduce((product, n) => product * n, batch);
    return [name, Uint8Array.from(randomArray(size, 50 + i), (value) => (value > -0.2 ? 1 : 0))] as const;
  });
  const feeds: StepFeeds = {
    x: examples(model, layerCase, batch),
    y: { shape: [batch, size], data: randomArray(batch * size, 3) },
    masks: Object.fromEntries(masks),
  };
  return { model, graph, feeds };
}

/** Loss, gradients of trainable weights and new values of the others, keyed by the values that they had. */
function tensorflowStep(model: LayersModel, graph: TrainingGraph, { x, y, masks }: StepFeeds) {
  for (const mask of graph.masks) applyMask(model, mask, masks![mask.name]!, x.shape[0]!);
  const before = model.weights.map((weight) => weight.read().dataSync());
  const { value, grads } = tf.variableGrads(() => {
    const output = model.apply(toTensor(x), { training: true }) as tf.Tensor;
    return tf.losses.meanSquaredError(toTensor(y), output) as tf.Scalar;
  });
  const values = new Map(
    model.weights.map((weight, i) => {
      const result = grads[weight.name] ?? weight.read();
      return [before[i], result.dataSync() as Float32Array] as const;
    }),
  );
  return { loss: value.dataSync()[0]!, values };
}

/** Makes a dropout layer of TensorFlow.js drop by this mask. */
function applyMask(
  model: LayersModel,
  mask: TrainingGraph['masks'][number],
  values: Uint8Array,
  batch: number,
): void {
  const layer = allLayers(model).find((each) => each.name === mask.layer)!;
  layer.call = (inputs) => {
    const input = Array.isArray(inputs) ? inputs[0]! : inputs;
    const inGraph = tf.tensor([...values], [batch, ...mask.shape]);
    const perm = [0, ...mask.shape.slice(1).map((_, axis) => axis + 2), 1];
    const asKeras = mask.channelsFirst ? tf.transpose(inGraph, perm) : inGraph;
    return tf.mul(input, tf.div(asKeras, 1 - mask.rate));
  };
}

function allLayers(model: LayersModel): layers.Layer[] {
  return model.layers.flatMap((layer) => ('layers' in layer ? allLayers(layer as LayersModel) : [layer]));
}

/** Draws all weights anew: variances above 0, the rest around 0. */
function withRandomWeights(model: LayersModel): LayersModel {
  model.weights.forEach((weight, i) => {
    const shape = weight.shape as number[];
    const values = randomArray(tf.util.sizeFromShape(shape), 100 + i, 0.8);
    const positive = weight.name.includes('variance') ? values.map((value) => 0.5 + Math.abs(value)) : values;
    weight.write(tf.tensor(positive, shape));
  });
  return model;
}

function examples(model: LayersModel, { integersBelow }: LayerCase, batch: number): Feed {
  const shape = [batch, ...(model.inputs[0]!.shape.slice(1) as number[])];
  const numbers = randomArray(tf.util.sizeFromShape(shape), 8);
  const data = numbers.map((value) =>
    integersBelow === undefined ? value : Math.floor(((value + 1) / 2) * integersBelow),
  );
  return { shape, data };
}

function toTensor({ data, shape }: Feed): tf.Tensor {
  return tf.tensor(data, [...shape]);
}

/** Within `tolerance` of the largest expected value, as float32 sums of another order are. */
function expectClose(found: ArrayLike<number>, expected: ArrayLike<number>, tolerance: number): void {
  expect(found.length).toBe(expected.length);
  const scale = Math.max(1e-2, ...Array.from(expected, Math.abs));
  const errors = Array.from(expected, (value, i) => Math.abs(value - found[i]!));
  expect(Math.max(...errors) / scale).toBeLessThan(tolerance);
}
