import type { Examples } from '@ser/classifiers';
import * as tf from '@tensorflow/tfjs-core';
import type { LayersModel } from '@tensorflow/tfjs-layers';
import { activateEngine, type Engine } from '../engine/engine.js';
import { asOnnxEngine } from '../engine/onnxEngine.js';
import { openTensorflowEngine } from '../engine/openEngine.js';
import { predictorsOf } from './predictorCache.js';

/**
 * Probabilities of one batch. TensorFlow.js computes models that ONNX cannot express.
 *
 * @returns row-major, `[n, nClasses]`
 */
export async function predictBatch(
  model: LayersModel,
  batch: Examples,
  engine: Engine,
): Promise<Float32Array> {
  const onnx = asOnnxEngine(engine);
  activateEngine(engine);
  if (!onnx) return applyModel(model, batch);
  const predictor = await predictorsOf(onnx).of(model);
  if (predictor) return predictor.predict(batch);
  activateEngine(await openTensorflowEngine());
  return applyModel(model, batch);
}

function applyModel(model: LayersModel, { data, shape }: Examples): Float32Array {
  return tf.tidy(() => {
    const output = model.apply(tf.tensor(data, [...shape]), { training: false }) as tf.Tensor;
    return output.dataSync<'float32'>();
  });
}
