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
export type {
  Cnn1dDescription,
  ConvolutionBlock,
  NetworkDescription,
  NetworkShape,
} from './network/networkDescription.js';
export { parseNetworkDescription } from './network/parseNetworkDescription.js';
export { buildNetwork } from './network/buildNetwork.js';
export { cnn1d } from './network/cnn1d.js';
export type { Cnn1dOptions } from './network/cnn1d.js';

export type { Examples } from './examples.js';
export { fitNetwork } from './training/fitNetwork.js';
export type { FitNetworkOptions } from './training/fitNetwork.js';
export { predictNetwork } from './prediction/predictNetwork.js';
export type { PredictionOptions } from './prediction/predictNetwork.js';
export type {
  EpochRecord,
  OptimizerDescription,
  TrainingOptions,
  TrainingWarning,
} from './training/trainingOptions.js';

export { createClassifier } from './classifier/createClassifier.js';
export type { CreateClassifierOptions } from './classifier/createClassifier.js';
export { loadClassifier } from './classifier/loadClassifier.js';
export type { Classifier, ClassifierFiles } from './classifier/classifier.js';

export { ModelError } from './errors.js';
export type { ModelErrorCode } from './errors.js';
