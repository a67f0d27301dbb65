/**
 * Writes ONNX files for `onnx_check.py`: every layer case of `@ser/onnx` and the four networks of docs/engines.md in
 * small, each as a graph for prediction and as a graph for training, with what goes in and what comes out of
 * onnxruntime-node. Fails where onnxruntime-web gives something else.
 *
 *     npx tsx --conditions=@ser/source tools/goldens/exportOnnx.ts FOLDER
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import '@tensorflow/tfjs-backend-cpu';
import { type LayersModel, layers, sequential } from '@tensorflow/tfjs-layers';
import {
  type TrainingGraph,
  type TrainingGraphOptions,
  readNetwork,
  toOnnx,
  toTrainingGraph,
} from '@ser/onnx';
import { layerCases } from '../../packages/onnx/test/layerCases.js';
import { randomArray } from '../../packages/onnx/test/randomNumbers.js';
import { type Feed, openSession } from '../../packages/onnx/test/session.js';
import { formulaExamples, setFormulaWeights, shapeOf } from '../bench/src/formula.js';
import { network, networkNames } from '../bench/src/networks.js';

type Feeds = Readonly<Record<string, Feed>>;

/** With great epsilons: dividing by next to nothing, they would blow rounding up to whole steps. */
const optimizers: readonly TrainingGraphOptions['optimizer'][] = [
  { name: 'sgd', momentum: 0.9, nesterov: true },
  { name: 'adam', clipNorm: 1, epsilon: 1e-2 },
  { name: 'adamW', clipValue: 0.1, epsilon: 1e-2 },
  { name: 'rmsprop', centered: true, epsilon: 1e-2 },
];

const folder = process.argv[2];
if (folder === undefined) throw new Error('Name the folder to write into.');
mkdirSync(folder, { recursive: true });

let nFiles = 0;
for (const { layer, what, build, batch = 3, integersBelow } of layerCases) {
  const model = embedded(build(), integersBelow !== undefined);
  const { x } = formulaExamples(shapeOf(model), batch);
  const data = x.data.map((value) => (integersBelow ? Math.floor(((value + 2) / 4) * integersBelow) : value));
  const optimizer = { name: 'sgd', globalClipNorm: 1 } as const;
  await exportBoth(
    `${layer}, ${what}`,
    model,
    { shape: x.shape, data },
    { loss: 'meanSquaredError', optimizer },
  );
}
for (const name of networkNames) {
  for (const optimizer of optimizers) {
    const model = network(name, { size: 'small' });
    const { x } = formulaExamples(shapeOf(model), 4);
    const options = { loss: 'categoricalCrossentropy', optimizer, metrics: ['accuracy'] } as const;
    await exportBoth(`${name}, ${optimizer.name}`, model, x, options);
  }
}
console.log(`${nFiles} graphs: onnxruntime-web gives what onnxruntime-node gives.`);

async function exportBoth(
  name: string,
  model: LayersModel,
  x: Feed,
  options: TrainingGraphOptions,
): Promise<void> {
  await exportGraph(`${name}, prediction`, toOnnx(model), { input: x }, 1e-5);
  const graph = toTrainingGraph(model, options);
  await exportGraph(`${name}, training`, graph.bytes, trainingFeeds(graph, x), 1e-3);
}

/** A Dense layer before a model, so that its input has a gradient too, and a Reshape behind it where the loss asks. */
function embedded(core: LayersModel, takesIntegers: boolean): LayersModel {
  const { inputShape } = shapeOf(core);
  const { outputShape } = readNetwork(core).output;
  const model = sequential();
  if (!takesIntegers) model.add(layers.dense({ units: inputShape.at(-1)!, inputShape: [...inputShape] }));
  model.add(core);
  if (outputShape.length > 1) model.add(layers.reshape({ targetShape: [sizeOf(outputShape)] }));
  setFormulaWeights(model);
  return model;
}

/** A batch, the first step's scalars, weights and state to start with, and masks that drop some. */
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

/** @param tolerance how far the builds of ONNX Runtime may be from each other, as a share of the greatest value */
async function exportGraph(name: string, bytes: Uint8Array, feeds: Feeds, tolerance: number): Promise<void> {
  const [onNode, onWeb] = [await openSession(bytes, 'node'), await openSession(bytes, 'web')];
  const [outputs, others] = [await onNode(feeds), await onWeb(feeds)];
  for (const [output, values] of Object.entries(outputs))
    checkEqual(`${name}: ${output}`, others[output]!, values, tolerance);
  const file = name.replace(/[^\w]+/g, '-');
  writeFileSync(join(folder!, `${file}.onnx`), bytes);
  writeFileSync(
    join(folder!, `${file}.json`),
    JSON.stringify({ tolerance, inputs: plain(feeds), outputs: lists(outputs) }),
  );
  nFiles++;
}

function checkEqual(what: string, found: Float32Array, expected: Float32Array, tolerance: number): void {
  const greatest = expected.reduce((most, value) => Math.max(most, Math.abs(value)), 1e-3);
  const difference = expected.reduce((most, value, i) => Math.max(most, Math.abs(value - found[i]!)), 0);
  if (!(difference <= tolerance * greatest))
    throw new Error(`${what} differs by ${difference} of ${greatest}.`);
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
