/**
 * Classifiers without TensorFlow.js: from rows of numbers to the probability of each class.
 *
 * - Train: `createClassifier` makes ridge, kernel ridge, logistic regression, and linear SVM classifiers
 * - Predict: `loadClassifier` reads a saved classifier or dense network; `meanProbabilities` averages an ensemble
 * - Values: `fitRegression` fits a linear regression to values such as arousal and valence
 * - Inspect: `linearWeights`
 * - Teach: `Teaching` adapts a classifier to a user with a few labeled examples
 * - Encode frames: `fitFrameEncoder`, `loadFrameEncoder` turn the frames of a clip into one Fisher vector
 * - Describe: `parseClassifierDescription`, `parseFrameEncoderDescription` check JSON
 *
 * `@ser/classifiers/training` has the parts that other packages build classifiers from.
 *
 * @packageDocumentation
 */
export type { ChosenSettings, Setting, TriedSetting } from './classifier/chosenSettings.js';
export type { Classifier, ClassifierFiles, TrainableClassifier } from './classifier/classifier.js';
export type { EpochRecord, EpochScores } from './classifier/epochRecord.js';
export type { Examples, StoredExamples } from './classifier/examples.js';
export type { FitOptions } from './classifier/fitOptions.js';

export {
  type ClassifierDescription,
  type ClassifierKind,
  classifierKinds,
  type ClassifierSettings,
  type KernelName,
  type KernelRidgeDescription,
  type LinearSvmDescription,
  type LogisticRegressionDescription,
  type RidgeDescription,
} from './description/classifierDescription.js';
export { parseClassifierDescription } from './description/parseClassifierDescription.js';
export { createClassifier, type CreateClassifierOptions } from './fit/createClassifier.js';
export type { ClassifierBackend } from './fit/classifierBackend.js';
export type { Matrix } from './matrix/matrix.js';
export type { Multiplier, Transposed } from './matrix/matrixProducts.js';

export { fitRegression, type FitRegressionOptions } from './regression/fitRegression.js';
export { Regression } from './regression/regression.js';
export { loadClassifier } from './network/loadClassifier.js';
export { linearWeights, type LinearWeights } from './network/linearWeights.js';
export type { TaughtExample, TaughtShape } from './teach/taughtExample.js';
export type { TaughtScores } from './teach/taughtScores.js';
export { Teaching } from './teach/teaching.js';
export type { TeachOptions } from './teach/teachOptions.js';
export { meanProbabilities } from './ensemble/meanProbabilities.js';

export type { FrameEncoder, FrameEncoderFiles } from './fisherVectors/frameEncoder.js';
export { fitFrameEncoder, type FitFrameEncoderOptions } from './fisherVectors/fitFrameEncoder.js';
export {
  type FisherVectorDescription,
  type FrameEncoderDescription,
  parseFrameEncoderDescription,
} from './fisherVectors/frameEncoderDescription.js';
export type { Frames } from './fisherVectors/frames.js';
export { loadFrameEncoder } from './fisherVectors/loadFrameEncoder.js';

export { SerError } from '@ser/core';
export type { ClassifierErrorCode } from './errors.js';
