import { type Activation, activationOf } from './activations.js';
import { denseLayer } from './denseLayer.js';
import { identityLayer, type Layer } from './layer.js';
import type { LayerWeights } from './layerWeights.js';
import { rowLayer } from './rowLayer.js';
import { type SavedLayer, unsupported } from './savedLayer.js';
import { arcCosineSimilarity, rbfSimilarity } from './similarityLayers.js';

type ReadLayer = (saved: SavedLayer, inputShape: readonly number[], weights: LayerWeights) => Layer;

/** The layers of this package, by their class names in TensorFlow.js. */
const layerReaders: Readonly<Record<string, ReadLayer>> = {
  InputLayer: (_, inputShape) => identityLayer(inputShape),
  Dropout: (_, inputShape) => identityLayer(inputShape),
  Flatten: readFlatten,
  Dense: readDense,
  Activation: readActivation,
  BatchNormalization: readBatchNormalization,
  RbfSimilarity: readRbf,
  ArcCosineSimilarity: readArcCosine,
};

/**
 * @param inputShape shape of one example, without the first axis
 * @throws {SerError} `unsupported-network`, `invalid-model-files`
 */
export function readLayer(saved: SavedLayer, inputShape: readonly number[], weights: LayerWeights): Layer {
  const { className } = saved;
  if (!Object.hasOwn(layerReaders, className)) throw unsupported(saved);
  return layerReaders[className]!(saved, inputShape, weights);
}

function readFlatten(saved: SavedLayer, inputShape: readonly number[]): Layer {
  const format = saved.config['data_format'] ?? 'channels_last';
  if (format !== 'channels_last' && format !== 'channelsLast') {
    throw unsupported(saved, `, data format ${JSON.stringify(format)}`);
  }
  return identityLayer([inputShape.reduce((product, size) => product * size, 1)]);
}

function readDense(saved: SavedLayer, inputShape: readonly number[], weights: LayerWeights): Layer {
  const { name, config } = saved;
  const nOutputs = countOf(saved, 'units');
  const kernel = weights.take(name, 'kernel', [inputShape.at(-1)!, nOutputs]);
  const bias = config['use_bias'] === false ? undefined : weights.take(name, 'bias', [nOutputs]);
  const activation = readActivationOf(saved);
  return denseLayer(inputShape, { kernel, bias: bias ?? new Float32Array(nOutputs), activation });
}

function readActivation(saved: SavedLayer, inputShape: readonly number[]): Layer {
  const activation = readActivationOf(saved);
  return rowLayer(inputShape, inputShape.at(-1)!, (row, outputs) => {
    outputs.set(row);
    activation(outputs);
  });
}

/** `gamma · (x - mean) / √(variance + epsilon) + beta` along the last axis, with the moving statistics. */
function readBatchNormalization(
  saved: SavedLayer,
  inputShape: readonly number[],
  weights: LayerWeights,
): Layer {
  const { name, config } = saved;
  const { axis = -1, epsilon = 1e-3, scale = true, center = true } = config;
  if (axis !== -1 && axis !== inputShape.length) throw unsupported(saved, `, axis ${String(axis)}`);
  if (typeof epsilon !== 'number') throw unsupported(saved, `, epsilon ${String(epsilon)}`);
  const n = inputShape.at(-1)!;
  const gamma = scale === false ? undefined : weights.take(name, 'gamma', [n]);
  const beta = center === false ? undefined : weights.take(name, 'beta', [n]);
  const mean = weights.take(name, 'moving_mean', [n]);
  const variance = weights.take(name, 'moving_variance', [n]);
  const factors = Float64Array.from(variance, (value, i) => (gamma?.[i] ?? 1) / Math.sqrt(value + epsilon));
  return rowLayer(inputShape, n, (row, outputs) => {
    for (let i = 0; i < n; i++) outputs[i] = (row[i]! - mean[i]!) * factors[i]! + (beta?.[i] ?? 0);
  });
}

function readRbf(saved: SavedLayer, inputShape: readonly number[], weights: LayerWeights): Layer {
  const { gamma } = saved.config;
  if (typeof gamma !== 'number') throw unsupported(saved, `, gamma ${String(gamma)}`);
  return rbfSimilarity(inputShape, { ...readExamples(saved, inputShape, weights), gamma });
}

function readArcCosine(saved: SavedLayer, inputShape: readonly number[], weights: LayerWeights): Layer {
  return arcCosineSimilarity(inputShape, readExamples(saved, inputShape, weights));
}

function readExamples(saved: SavedLayer, inputShape: readonly number[], weights: LayerWeights) {
  if (inputShape.length !== 1) throw unsupported(saved, `, input of shape [n, ${inputShape.join(', ')}]`);
  const units = countOf(saved, 'units');
  return { units, examples: weights.take(saved.name, 'examples', [units, inputShape[0]!]) };
}

function readActivationOf(saved: SavedLayer): Activation {
  const name = saved.config['activation'] ?? undefined;
  const activation = activationOf(name);
  if (activation) return activation;
  throw unsupported(saved, `, activation ${JSON.stringify(name)}`);
}

function countOf(saved: SavedLayer, field: string): number {
  const value = saved.config[field];
  if (Number.isInteger(value) && (value as number) >= 1) return value as number;
  throw unsupported(saved, `, ${field} ${JSON.stringify(value)}`);
}
