export type { Classifier, ClassifierFiles, TrainableClassifier } from './classifier.js';
export type { FitOptions } from './fit/fitOptions.js';
export type { EpochRecord } from './scores/epochRecord.js';
export { loadClassifier } from './network/loadClassifier.js';
export type { ClassifierErrorCode } from './errors.js';
export { type ChosenSettings, chooseSetting, type TriedSetting } from './fit/chooseSetting.js';
export { type Examples, checkClasses, countExamples, exampleSize } from './examples.js';
export {
  closedFormKinds,
  type ClosedFormDescription,
  type ClosedFormKind,
  checkGamma,
  closedFormChecks,
  kernelNames,
  type ClosedFormSettings,
  type KernelName,
  type KernelRidgeDescription,
  type LinearSvmDescription,
  type LogisticRegressionDescription,
  type RidgeDescription,
} from './description/classifierDescription.js';
export {
  parseEncoderDescription,
  type EncoderDescription,
  encoderKinds,
  type FisherVectorDescription,
} from './fisherVectors/encoderDescription.js';
export { meanProbabilities } from './ensemble/meanProbabilities.js';
export type { Encoder, EncoderFiles } from './fisherVectors/encoder.js';
export { fitEncoder, type FitEncoderOptions } from './fisherVectors/fitEncoder.js';
export { loadEncoder } from './fisherVectors/loadEncoder.js';
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
