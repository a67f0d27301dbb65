import { isUnsupported } from '@ser/onnx';
import type { LayersModel } from '@tensorflow/tfjs-layers';
import { asOnnxEngine } from '../engine/onnxEngine.js';
import { openTensorflowEngine } from '../engine/openEngine.js';
import { OnnxTrainer } from './onnxTrainer.js';
import { TensorflowTrainer } from './tensorflowTrainer.js';
import type { Trainer } from './trainer.js';
import type { TrainerOptions } from './trainerOptions.js';
import type { TrainingWarning } from './trainingOptions.js';

/** What a trainer needs, and a callback for warnings. */
export interface CreateTrainerOptions extends TrainerOptions {
  readonly onWarning?: ((warning: TrainingWarning) => void) | undefined;
}

/**
 * Creates the trainer for an engine: a graph for ONNX Runtime, or TensorFlow.js. TensorFlow.js also trains models that
 * ONNX cannot express, with a warning.
 *
 * The caller disposes of it.
 */
export async function createTrainer(model: LayersModel, options: CreateTrainerOptions): Promise<Trainer> {
  const onnx = asOnnxEngine(options.engine);
  if (!onnx) return new TensorflowTrainer(model, options);
  try {
    return await OnnxTrainer.create(model, onnx, options);
  } catch (cause) {
    if (!isUnsupported(cause)) throw cause;
    const engine = await openTensorflowEngine();
    const message = `Engine \`${onnx.name}\` cannot train this model: ${cause.message} \`${engine.name}\` trains it instead.`;
    options.onWarning?.({ code: 'engine-fallback', message, cause });
    return new TensorflowTrainer(model, { ...options, engine });
  }
}
