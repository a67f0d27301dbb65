export { engineNames } from './engine/engine.js';
export type { Engine, EngineName } from './engine/engine.js';
export { openEngine } from './engine/openEngine.js';
export { currentBackend } from './engine/currentBackend.js';
export type { OpenEngineOptions } from './engine/openEngine.js';
export { listEngines } from './engine/listEngines.js';
export type { EngineStatus } from './engine/listEngines.js';
export { measureEngine } from './engine/measureEngine.js';
export type { MeasureEngineOptions } from './engine/measureEngine.js';

export { networkKinds } from './network/networkDescription.js';
export type { NetworkDescription, NetworkKind, NetworkShape } from './network/networkDescription.js';
export type { Cnn1dDescription } from './network/cnn1dDescription.js';
export type { Cnn2dDescription, ConvolutionBlock2d, Size2d } from './network/cnn2dDescription.js';
export type { CnnLstmDescription, RecurrentBlock } from './network/cnnLstmDescription.js';
export type { ConvolutionBlock } from './network/convolutionBlock.js';
export type { DeepCnnDescription } from './network/deepCnnDescription.js';
export type { DenseDescription } from './network/denseDescription.js';
export type { DenseHead, SharedSettings } from './network/sharedSettings.js';
export { parseNetworkDescription } from './network/parseNetworkDescription.js';
export { buildNetwork } from './network/buildNetwork.js';
export { cnn1d } from './network/cnn1d.js';
export type { Cnn1dOptions } from './network/cnn1d.js';
export { cnn2d } from './network/cnn2d.js';
export type { Cnn2dOptions } from './network/cnn2d.js';
export { cnnLstm } from './network/cnnLstm.js';
export type { CnnLstmOptions } from './network/cnnLstm.js';
export { deepCnn } from './network/deepCnn.js';
export type { DeepCnnOptions } from './network/deepCnn.js';
export { dense } from './network/dense.js';
export type { DenseOptions } from './network/dense.js';
export { AttentionPooling1D, attentionPooling1d } from './layers/attentionPooling1d.js';
export type { AttentionPooling1DOptions } from './layers/attentionPooling1d.js';
export { fitNetwork } from './training/fitNetwork.js';
export type { FitNetworkOptions } from './training/fitNetwork.js';
export { predictNetwork } from './prediction/predictNetwork.js';
export type { PredictionOptions } from './prediction/predictNetwork.js';
export type { CheckpointOptions, TrainingOptions, TrainingWarning } from './training/trainingOptions.js';
export type { EpochRecord } from '@ser/classifiers';
export { optimizerNames } from './training/optimizers/optimizerDescription.js';
export type { OptimizerDescription, OptimizerName } from './training/optimizers/optimizerDescription.js';
export type {
  CosineDecay,
  ExponentialDecay,
  LearningRateSchedule,
  PiecewiseConstantDecay,
} from './training/learningRateSchedule.js';
export { monitors } from './training/callbacks/monitor.js';
export type { Monitor } from './training/callbacks/monitor.js';
export type { EarlyStoppingMemory, EarlyStoppingOptions } from './training/callbacks/earlyStopping.js';
export type {
  ReduceLearningRateMemory,
  ReduceLearningRateOptions,
} from './training/callbacks/reduceLearningRateOnPlateau.js';
export type { MixupOptions } from './training/mixup.js';
export { parseTrainingState } from './training/state/parseTrainingState.js';
export { serializeTrainingState } from './training/state/serializeTrainingState.js';
export type {
  OptimizerState,
  TrainingSetup,
  TrainingState,
  WeightValues,
} from './training/state/trainingState.js';
export { ArcCosineSimilarity } from './layers/arcCosineSimilarity.js';
export type { ArcCosineSimilarityOptions } from './layers/arcCosineSimilarity.js';
export { RbfSimilarity } from './layers/rbfSimilarity.js';
export type { RbfSimilarityOptions } from './layers/rbfSimilarity.js';

export { modelKinds, isNetwork } from './classifier/modelDescription.js';
export type { ModelDescription, ModelKind } from './classifier/modelDescription.js';
export { parseModelDescription } from './classifier/parseModelDescription.js';
export { createClassifier } from './classifier/createClassifier.js';
export type { CreateClassifierOptions } from './classifier/createClassifier.js';
export { loadClassifier } from './classifier/loadClassifier.js';

export { SerError } from '@ser/core';
export type { ModelErrorCode } from './errors.js';
