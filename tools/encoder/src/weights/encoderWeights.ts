import { type Tensor, type Tensors } from './tensor.js';
import { WeightsError } from './weightsError.js';

/** Channels of an attention head in every Whisper model. */
const headWidth = 64;

/** A weight and a bias: `[outputs, inputs]` or, for a convolution, `[outputs, inputs, kernel]`, and `[outputs]`. */
export interface Affine {
  readonly name: string;
  readonly weight: Tensor;
  readonly bias: Tensor;
}

/** Scale and shift of a layer normalization, each `[width]`. */
export interface LayerNorm {
  readonly name: string;
  readonly gamma: Tensor;
  readonly beta: Tensor;
}

/** One transformer block. `query, key and value` are one matrix, in this order. */
export interface LayerWeights {
  readonly attentionNorm: LayerNorm;
  readonly queryKeyValue: Affine;
  readonly attentionOutput: Affine;
  readonly feedForwardNorm: LayerNorm;
  readonly expand: Affine;
  readonly contract: Affine;
}

/** Whisper's encoder: two convolutions and some transformer blocks. */
export interface EncoderWeights {
  readonly bands: number;
  readonly width: number;
  readonly heads: number;
  readonly conv1: Affine;
  readonly conv2: Affine;
  readonly layers: readonly LayerWeights[];
}

/**
 * Arranges the first layers of Whisper's encoder. Positions are not among the weights: they follow a formula.
 *
 * @param nLayers at least 1
 * @throws {SerError} `missing-weight`
 */
export function encoderWeights(tensors: Tensors, nLayers: number): EncoderWeights {
  const conv1 = affine(tensors, 'conv1');
  const [width, bands] = conv1.weight.shape as [number, number];
  return {
    bands,
    width,
    heads: width / headWidth,
    conv1,
    conv2: affine(tensors, 'conv2'),
    layers: Array.from({ length: nLayers }, (_, i) => layer(tensors, `layer_${i}`)),
  };
}

function layer(tensors: Tensors, name: string): LayerWeights {
  return {
    attentionNorm: norm(tensors, `${name}/self_attention/layer_norm`),
    queryKeyValue: affine(tensors, `${name}/self_attention/linear_0`),
    attentionOutput: affine(tensors, `${name}/self_attention/linear_1`),
    feedForwardNorm: norm(tensors, `${name}/ffn/layer_norm`),
    expand: affine(tensors, `${name}/ffn/linear_0`),
    contract: affine(tensors, `${name}/ffn/linear_1`),
  };
}

function affine(tensors: Tensors, name: string): Affine {
  return { name, weight: find(tensors, `${name}/weight`), bias: find(tensors, `${name}/bias`) };
}

function norm(tensors: Tensors, name: string): LayerNorm {
  return { name, gamma: find(tensors, `${name}/gamma`), beta: find(tensors, `${name}/beta`) };
}

function find(tensors: Tensors, name: string): Tensor {
  const tensor = tensors.get(name);
  if (tensor) return tensor;
  throw new WeightsError(
    'missing-weight',
    `The weights must contain \`${name}\`; got ${tensors.size} tensors without it. Pass the encoder of a Whisper model.`,
  );
}
