import * as tf from '@tensorflow/tfjs-core';
import { layers, type LayersModel, sequential } from '@tensorflow/tfjs-layers';
import { readNetwork } from '../../src/network/readNetwork.js';
import { toTrainingGraph } from '../../src/toTrainingGraph.js';
import type { TrainingGraph } from '../../src/training/trainingGraph.js';
import type { LayerCase } from '../layerCases.js';
import { randomArray } from '../randomNumbers.js';
import type { Feed } from '../session.js';
import type { StepFeeds } from '../training.js';

/** A model around a layer case, its training graph, and the data of one step. */
export interface LayerExample {
  readonly model: LayersModel;
  readonly graph: TrainingGraph;
  readonly feeds: StepFeeds;
}

/** Puts a Dense layer before the case and, if its output is not a vector, a Reshape after it. */
export function layerExample(layerCase: LayerCase): LayerExample {
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
  setRandomWeights(model);

  const batch = layerCase.batch ?? 3;
  const graph = toTrainingGraph(model, { loss: 'meanSquaredError', optimizer: { name: 'sgd' } });
  const feeds: StepFeeds = {
    x: examplesFor(model, layerCase, batch),
    y: { shape: [batch, size], data: randomArray(batch * size, 3) },
    masks: randomMasks(graph, batch),
  };
  return { model, graph, feeds };
}

function randomMasks({ masks }: TrainingGraph, batch: number): Record<string, Uint8Array> {
  const entries = masks.map(({ name, shape }, i) => {
    const size = shape.reduce((product, n) => product * n, batch);
    return [name, Uint8Array.from(randomArray(size, 50 + i), (value) => (value > -0.2 ? 1 : 0))] as const;
  });
  return Object.fromEntries(entries);
}

/** Draws all weights: variances above 0, the others around 0. */
export function setRandomWeights(model: LayersModel): LayersModel {
  model.weights.forEach((weight, i) => {
    const shape = weight.shape as number[];
    const values = randomArray(tf.util.sizeFromShape(shape), 100 + i, 0.8);
    const positive = weight.name.includes('variance') ? values.map((value) => 0.5 + Math.abs(value)) : values;
    weight.write(tf.tensor(positive, shape));
  });
  return model;
}

/** Random input for a model. */
export function examplesFor(model: LayersModel, { integersBelow }: LayerCase, batch: number): Feed {
  const shape = [batch, ...(model.inputs[0]!.shape.slice(1) as number[])];
  const numbers = randomArray(tf.util.sizeFromShape(shape), 8);
  const data = numbers.map((value) =>
    integersBelow === undefined ? value : Math.floor(((value + 1) / 2) * integersBelow),
  );
  return { shape, data };
}
