/**
 * Writes a TensorFlow.js `LayersModel` as an ONNX graph: for prediction, for training (backward pass and optimizer
 * included), and for the statistics that batch normalization needs. Imports neither TensorFlow.js nor a runtime.
 *
 * - Prediction: `toOnnx`; `appendNetwork` adds a model to a graph of your own
 * - Training: `toTrainingGraph`
 * - Batch statistics: `toStatisticsGraph`
 * - What is supported: `supportedLayers`
 * - Errors: `SerError` with an `OnnxErrorCode`; `isUnsupported` recognizes a model that ONNX cannot express
 *
 * To write a graph of your own, operator by operator, use `@ser/onnx/graph`.
 *
 * @packageDocumentation
 */
export { type AppendedNetwork, appendNetwork, type AppendNetworkOptions } from './appendNetwork.js';
export { type OnnxOptions, toOnnx } from './toOnnx.js';
export { type StatisticsGraph, type StatisticsOutput, toStatisticsGraph } from './toStatisticsGraph.js';
export { toTrainingGraph } from './toTrainingGraph.js';
export type { TrainingGraphOptions } from './training/trainingOptions.js';
export type { LossName } from './training/losses.js';
export type {
  AdamDescription,
  AdamWDescription,
  GradientClipping,
  OptimizerDescription,
  RmspropDescription,
  SgdDescription,
  WeightDecay,
} from './training/optimizers/optimizerDescription.js';
export type {
  GraphInput,
  Metric,
  OptimizerState,
  TrainedWeight,
  TrainingGraph,
} from './training/trainingGraph.js';
export type { DropoutMask } from './layers/graphScope.js';
export type { MaskDescription } from './layers/scope.js';

export { supportedLayers } from './layers/layerDefinitions.js';
export type { WeightNode } from './network/layerNode.js';
export type { KerasShape, LayerLike, LayersModelLike, WeightLike } from './network/layersModelLike.js';

export { SerError } from '@ser/core';
export { isUnsupported, type OnnxErrorCode } from './errors.js';
