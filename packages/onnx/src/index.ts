export { toOnnx } from './toOnnx.js';
export type { OnnxOptions } from './toOnnx.js';

export { toStatisticsGraph } from './toStatisticsGraph.js';
export type { StatisticsGraph } from './toStatisticsGraph.js';
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

export { layerDefinitions, supportedLayers } from './layers/layerDefinitions.js';
export type { LayerDefinition, LayerOutput } from './layers/layerDefinition.js';
export type { Scope } from './layers/scope.js';
export { GraphBuilder } from './graph/graphBuilder.js';
export { encodeGraph } from './graph/encodeGraph.js';
export { float } from './graph/attributes.js';
export type { Attributes } from './graph/attributes.js';
export type { Tensor } from './graph/tensor.js';

export { readNetwork } from './network/readNetwork.js';
export type { Network } from './network/network.js';
export type { LayerNode, WeightNode } from './network/layerNode.js';
export type { LayerLike, LayersModelLike, WeightLike } from './network/layersModelLike.js';

export { SerError } from '@ser/core';
export type { OnnxErrorCode } from './errors.js';
export { isUnsupported } from './errors.js';
