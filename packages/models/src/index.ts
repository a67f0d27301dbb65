/**
 * Networks for speech emotion recognition on TensorFlow.js: described in JSON or built by you, trained reproducibly,
 * computed by the fastest engine that is installed. The only package that imports TensorFlow.js.
 *
 * - Your own network: `fitNetwork`, `predictNetwork` train and apply any TensorFlow.js model; `classifierOf` makes a classifier
 * - Described networks: `createClassifier`, `loadClassifier`, `parseModelDescription`; `buildNetwork` returns the
 *   TensorFlow.js model
 * - Networks of your own in recipes: `registerNetwork`
 * - ONNX files of whole recognizers: `recognizerToOnnx`, which `Recognizer.toOnnx` calls
 * - Engines: `openEngine`, `listEngines`, `currentBackend`, `measureEngine`
 * - Resume training: `serializeTrainingState`, `parseTrainingState`
 * - Layers of saved models: `AttentionPooling1D`, `RbfSimilarity`, `ArcCosineSimilarity`
 *
 * `@ser/models/keras` loads weights that Keras saved.
 *
 * @packageDocumentation
 */
export { fitNetwork, type FitNetworkOptions } from './training/fitNetwork.js';
export { predictNetwork, type PredictionOptions } from './prediction/predictNetwork.js';
export type { CheckpointOptions, TrainingOptions, TrainingWarning } from './training/trainingOptions.js';
export type {
  ChosenSettings,
  Classifier,
  ClassifierFiles,
  EpochRecord,
  Examples,
  TrainableClassifier,
} from '@ser/classifiers';

export { classifierOf } from './classifier/classifierOf.js';
export { createClassifier, type CreateClassifierOptions } from './classifier/createClassifier.js';
export { loadClassifier } from './classifier/loadClassifier.js';
export {
  isNetwork,
  type ModelDescription,
  type ModelKind,
  modelKinds,
  registerNetwork,
} from './classifier/modelDescription.js';
export { parseModelDescription } from './classifier/parseModelDescription.js';

export type {
  ExportedInput,
  ExportedMember,
  ExportedNormalizer,
  ExportedRecognizer,
} from './export/exportedRecognizer.js';
export { recognizerToOnnx } from './export/recognizerToOnnx.js';

export { buildNetwork } from './network/buildNetwork.js';
export type { CustomNetwork, CustomNetworkInput } from './network/customNetwork.js';
export type { Cnn1dDescription } from './network/cnn1dDescription.js';
export type { Cnn2dDescription, ConvolutionBlock2d, Size2d } from './network/cnn2dDescription.js';
export type { CnnLstmDescription, RecurrentBlock } from './network/cnnLstmDescription.js';
export type { ConvolutionBlock } from './network/convolutionBlock.js';
export type { DeepCnnDescription } from './network/deepCnnDescription.js';
export type { DenseDescription } from './network/denseDescription.js';
export {
  type NetworkDescription,
  type NetworkKind,
  networkKinds,
  type NetworkShape,
} from './network/networkDescription.js';
export type { DenseHead, SharedSettings } from './network/sharedSettings.js';

export { currentBackend } from './engine/currentBackend.js';
export { type Engine, type EngineName, engineNames } from './engine/engine.js';
export { type EngineStatus, listEngines } from './engine/listEngines.js';
export { openEngine, type OpenEngineOptions } from './engine/openEngine.js';
export { measureEngine, type MeasureEngineOptions } from './training/measureEngine.js';

export type { EarlyStoppingMemory, EarlyStoppingOptions } from './training/callbacks/earlyStopping.js';
export { type Monitor, monitors } from './training/callbacks/monitor.js';
export type {
  ReduceLearningRateMemory,
  ReduceLearningRateOptions,
} from './training/callbacks/reduceLearningRateOnPlateau.js';
export type {
  CosineDecay,
  ExponentialDecay,
  LearningRateSchedule,
  PiecewiseConstantDecay,
} from './training/learningRateSchedule.js';
export type { MixupOptions } from './training/mixup.js';
export { learningRateOf } from './training/optimizers/optimizerDefaults.js';
export {
  type OptimizerDescription,
  type OptimizerName,
  optimizerNames,
} from './training/optimizers/optimizerDescription.js';
export { parseTrainingState } from './training/state/parseTrainingState.js';
export { serializeTrainingState } from './training/state/serializeTrainingState.js';
export type {
  OptimizerState,
  TrainingSetup,
  TrainingState,
  WeightValues,
} from './training/state/trainingState.js';

export { ArcCosineSimilarity } from './layers/arcCosineSimilarity.js';
export { AttentionPooling1D, type AttentionPooling1DOptions } from './layers/attentionPooling1d.js';
export type { ExampleSimilarityOptions } from './layers/exampleSimilarity.js';
export { RbfSimilarity, type RbfSimilarityOptions } from './layers/rbfSimilarity.js';

export { SerError } from '@ser/core';
export type { ModelErrorCode } from './errors.js';
