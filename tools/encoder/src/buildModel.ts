import { encoderGraph } from './graph/encoderGraph.js';
import type { Precision } from './graph/precision.js';
import { encoderWeights } from './weights/encoderWeights.js';
import type { Tensors } from './weights/tensor.js';

/** Layers in the file: those whose statistics tell emotions best. */
const nLayers = 3;

/** The ONNX file of @ser/encoder from the weights of Whisper tiny.en. */
export function buildModel(tensors: Tensors, precision: Precision = 'int8'): Uint8Array {
  return encoderGraph(encoderWeights(tensors, nLayers), {
    precision,
    metadata: {
      name: 'whisper-tiny.en, encoder layers 1 to 3, pooled',
      license: 'MIT, Copyright (c) 2022 OpenAI',
      source: 'https://github.com/openai/whisper',
    },
  });
}
