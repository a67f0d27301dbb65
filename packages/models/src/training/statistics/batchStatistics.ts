import type { Examples } from '@ser/classifiers';
import { isUnsupported } from '@ser/onnx';
import type { LayersModel } from '@tensorflow/tfjs-layers';
import type { Engine } from '../../engine/engine.js';
import { asOnnxEngine } from '../../engine/onnxEngine.js';
import { openTensorflowEngine } from '../../engine/openEngine.js';
import { OnnxStatistics } from './onnxStatistics.js';
import type { Moments } from './pooledMoments.js';
import { TensorflowStatistics } from './tensorflowStatistics.js';

/**
 * Measures the inputs of the batch normalization layers of a model with its current weights: earlier layers normalize by
 * the batch, as in training, and dropout is off, as in prediction.
 */
export interface BatchStatistics {
  /** @returns moments by layer name */
  of(batch: Examples): Promise<ReadonlyMap<string, Moments>>;
  dispose(): Promise<void>;
}

/** Statistics by the engine, or by TensorFlow.js if ONNX cannot express the model. The caller disposes of them. */
export async function openBatchStatistics(model: LayersModel, engine: Engine): Promise<BatchStatistics> {
  const onnx = asOnnxEngine(engine);
  if (!onnx) return new TensorflowStatistics(model, engine);
  try {
    return await OnnxStatistics.open(model, onnx.runtime);
  } catch (error) {
    if (!isUnsupported(error)) throw error;
    return new TensorflowStatistics(model, await openTensorflowEngine());
  }
}
