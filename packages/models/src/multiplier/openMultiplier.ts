import type { Multiplier } from '@ser/classifiers';
import { activateEngine, type Engine } from '../engine/engine.js';
import { asOnnxEngine } from '../engine/onnxEngine.js';
import { OnnxMultiplier } from './onnxMultiplier.js';
import { TensorflowMultiplier } from './tensorflowMultiplier.js';

/** The matrix products of an engine. The caller disposes of them. */
export function openMultiplier(engine: Engine): Multiplier {
  const onnx = asOnnxEngine(engine);
  if (onnx) return new OnnxMultiplier(onnx.runtime);
  activateEngine(engine);
  return new TensorflowMultiplier(engine);
}
