export type { Classifier, ClassifierFiles, TrainableClassifier } from './classifier.js';
export type { FitOptions } from './fit/fitOptions.js';
export type { EpochRecord } from './scores/epochRecord.js';
export { loadClassifier } from './network/loadClassifier.js';
export type { ClassifierErrorCode } from './errors.js';
export { type ChosenSettings, chooseSetting, type TriedSetting } from './fit/chooseSetting.js';
export { type Examples, checkClasses, countExamples, exampleSize } from './examples.js';
export {
  classifierKinds,
  type ClassifierDescription,
  type ClassifierKind,
  checkGamma,
  classifierChecks,
  kernelNames,
  type ClassifierSettings,
  type KernelName,
  type KernelRidgeDescription,
  type LinearSvmDescription,
  type LogisticRegressionDescription,
  type RidgeDescription,
} from './description/classifierDescription.js';
export {
  parseFrameEncoderDescription,
  type FrameEncoderDescription,
  frameEncoderKinds,
  type FisherVectorDescription,
} from './fisherVectors/frameEncoderDescription.js';
export { meanProbabilities } from './ensemble/meanProbabilities.js';
export type { FrameEncoder, FrameEncoderFiles } from './fisherVectors/frameEncoder.js';
export { fitFrameEncoder, type FitFrameEncoderOptions } from './fisherVectors/fitFrameEncoder.js';
export { loadFrameEncoder } from './fisherVectors/loadFrameEncoder.js';
export { ClassTally } from './scores/classTally.js';
export { innerFolds, type InnerFold } from './fit/innerFolds.js';
export { MatrixProducts, type Multiplier, type Transposed } from './matrix/matrixProducts.js';
export { solverOf } from './fit/solverOf.js';
export { probabilitiesOf } from './calibration/temperature.js';
export type { TrainingSet } from './fit/trainingSet.js';
export { type Matrix, scaled, transpose, rowsOf } from './matrix/matrix.js';
export { type CurvedKernel, kernelMatrix } from './kernel/kernels.js';
export type { KernelMachine, LinearMachine, Machine } from './fit/solver.js';
export { classWeightsOf, type ClassWeights } from './scores/classWeights.js';
export { DomainMean } from './linear/domainMean.js';
export { DualRidge } from './kernel/dualRidge.js';
export { PrimalRidge } from './linear/primalRidge.js';
export type { Frames } from './fisherVectors/frames.js';
