import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openEngine } from '@ser/models';
import { toOnnx, toTrainingGraph, type TrainingGraph, type TrainingGraphOptions } from '@ser/onnx';
import * as tf from '@tensorflow/tfjs-core';
import { layers, type LayersModel, sequential } from '@tensorflow/tfjs-layers';
/* eslint-disable no-restricted-imports -- the layer cases are fixtures of the tests of @ser/onnx, not part of its API */
import { layerCases } from '../../../../packages/onnx/test/layerCases.js';
import { randomArray } from '../../../../packages/onnx/test/randomNumbers.js';
import { type Feed, openSession } from '../../../../packages/onnx/test/session.js';
/* eslint-enable no-restricted-imports */
import { type Bench, requiredOption } from '../bench.js';
import { fromCwd } from '../fromCwd.js';
import { formulaExamples, setFormulaWeights, shapeOf } from '../formula.js';
import { network, networkNames } from '../networks.js';

/**
 * Writes every layer case of `@ser/onnx` and small versions of the four networks as ONNX files, for prediction and for
 * training, with inputs and outputs. `reference/goldens/onnx_check.py` checks them.
 */
export const onnxFilesBench: Bench = {
  name: 'onnx-files',
  description:
    'writes every layer and four networks as ONNX files; onnxruntime-web must equal onnxruntime-node',
  async run(options) {
    const folder = fromCwd(requiredOption('out', options));
    mkdirSync(folder, { recursive: true });
    await openEngine('tfjs-cpu');
    await exportLayers(folder);
    await exportNetworks(folder);
    const nGraphs = readdirSync(folder).filter((file) => file.endsWith('.onnx')).length;
    console.log(`${nGraphs} graphs: onnxruntime-web gives the results of onnxruntime-node.`);
  },
};

type Feeds = Readonly<Record<string, Feed>>;

/** With large epsilons, because small ones would amplify rounding. */
const optimizers: readonly TrainingGraphOptions['optimizer'][] = [
  { name: 'sgd', momentum: 0.9, nesterov: true },
  { name: 'adam', clipNorm: 1, epsilon: 1e-2 },
  { name: 'adamW', clipValue: 0.1, epsilon: 1e-2 },
  { name: 'rmsprop', centered: true, epsilon: 1e-2 },
];

async function exportLayers(folder: string): Promise<void> {
  for (const { layer, what, build, batch = 3, integersBelow } of layerCases) {
    const model = embedded(build(), integersBelow !== undefined);
    const { x } = formulaExamples(shapeOf(model), batch);
    const data = x.data.map((value) =>
      integersBelow ? Math.floor(((value + 2) / 4) * integersBelow) : value,
    );
    const options = { loss: 'meanSquaredError', optimizer: { name: 'sgd', globalClipNorm: 1 } } as const;
    await exportBoth(folder, `${layer}, ${what}`, model, { shape: x.shape, data }, options);
  }
}

async function exportNetworks(folder: string): Promise<void> {
  for (const name of networkNames) {
    for (const optimizer of optimizers) {
      const model = network(name, { size: 'small' });
      const { x } = formulaExamples(shapeOf(model), 4);
      const options = { loss: 'categoricalCrossentropy', optimizer, metrics: ['accuracy'] } as const;
      await exportBoth(folder, `${name}, ${optimizer.name}`, model, x, options);
    }
  }
}

async function exportBoth(
  folder: string,
  name: string,
  model: LayersModel,
  x: Feed,
  options: TrainingGraphOptions,
): Promise<void> {
  await exportGraph(folder, `${name}, prediction`, toOnnx(model), { input: x }, 1e-5);
  const graph = toTrainingGraph(model, options);
  await exportGraph(folder, `${name}, training`, graph.bytes, trainingFeeds(graph, x), 1e-3);
}

/** Adds a Dense layer before a model, so that its input has a gradient too, and a Reshape after it if the loss needs one. */
function embedded(core: LayersModel, takesIntegers: boolean): LayersModel {
  const { inputShape } = shapeOf(core);
  const outputShape = (core.predict(tf.zeros([1, ...inputShape])) as tf.Tensor).shape.slice(1);
  const model = sequential();
  if (!takesIntegers) model.add(layers.dense({ units: inputShape.at(-1)!, inputShape: [...inputShape] }));
  model.add(core);
  if (outputShape.length > 1) model.add(layers.reshape({ targetShape: [sizeOf(outputShape)] }));
  setFormulaWeights(model);
  return model;
}

/** A batch, the scalars of the first step, initial weights and state, and random masks. */
function trainingFeeds(graph: TrainingGraph, x: Feed): Feeds {
  const nExamples = x.shape[0]!;
  const scalars = { learningRate: 0.5, step: 1 };
  const nOutputs = Number(graph.target.shape[1]);
  const target = Float32Array.from({ length: nExamples * nOutputs }, (_, i) => {
    return i % nOutputs === Math.floor(i / nOutputs) % nOutputs ? 1 : 0;
  });
  const feeds: [string, Feed][] = [
    [graph.input.name, x],
    [graph.target.name, { shape: [nExamples, nOutputs], data: target }],
    ...graph.scalars.map((name): [string, Feed] => [
      name,
      { shape: [], data: Float32Array.of(scalars[name]) },
    ]),
    ...graph.weights.map(({ input, weight }): [string, Feed] => [
      input,
      { shape: weight.shape, data: weight.values },
    ]),
    ...graph.state.map(({ input, shape, initial }): [string, Feed] => [
      input,
      { shape, data: new Float32Array(sizeOf(shape)).fill(initial) },
    ]),
    ...graph.masks.map(({ name, shape, rate }, i): [string, Feed] => [
      name,
      {
        shape: [nExamples, ...shape],
        data: Uint8Array.from(randomArray(nExamples * sizeOf(shape), i), (value) =>
          (value + 1) / 2 < rate ? 0 : 1,
        ),
      },
    ]),
  ];
  return Object.fromEntries(feeds);
}

/**
 * Runs a graph on both builds of ONNX Runtime and writes it with its inputs and outputs.
 *
 * @param tolerance largest difference between the builds, as a share of the largest value
 */
async function exportGraph(
  folder: string,
  name: string,
  bytes: Uint8Array,
  feeds: Feeds,
  tolerance: number,
): Promise<void> {
  const [onNode, onWeb] = [await openSession(bytes, 'node'), await openSession(bytes, 'web')];
  const [outputs, others] = [await onNode(feeds), await onWeb(feeds)];
  for (const [output, values] of Object.entries(outputs)) {
    checkEqual(`${name}: ${output}`, others[output]!, values, tolerance);
  }
  const file = join(folder, name.replace(/[^\w]+/g, '-'));
  writeFileSync(`${file}.onnx`, bytes);
  writeFileSync(`${file}.json`, JSON.stringify({ tolerance, inputs: plain(feeds), outputs: lists(outputs) }));
}

function checkEqual(what: string, found: Float32Array, expected: Float32Array, tolerance: number): void {
  const largest = expected.reduce((most, value) => Math.max(most, Math.abs(value)), 1e-3);
  const difference = expected.reduce((most, value, i) => Math.max(most, Math.abs(value - found[i]!)), 0);
  if (difference <= tolerance * largest) return;
  throw new Error(
    `${what} must be equal to within ${tolerance} of ${largest} in onnxruntime-web; it differs by ${difference}.`,
  );
}

function plain(feeds: Feeds) {
  const entries = Object.entries(feeds).map(([name, { shape, data }]) => {
    return [name, { shape, type: data instanceof Uint8Array ? 'uint8' : 'float32', data: [...data] }];
  });
  return Object.fromEntries(entries) as Record<string, unknown>;
}

function lists(outputs: Readonly<Record<string, Float32Array>>) {
  return Object.fromEntries(Object.entries(outputs).map(([name, values]) => [name, [...values]]));
}

function sizeOf(shape: readonly number[]): number {
  return shape.reduce((product, length) => product * length, 1);
}
