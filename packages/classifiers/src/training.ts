/**
 * Parts that packages build trainable classifiers from: checks of examples and classes, targets, class weights, losses,
 * scores, and the files of saved networks.
 *
 * @packageDocumentation
 */
export { checkClasses, countExamples, exampleSize } from './classifier/examples.js';
export { networkFiles } from './modelFiles/networkFiles.js';
export { type NetworkFiles, readNetworkFiles } from './modelFiles/readNetworkFiles.js';
export { ClassTally } from './scores/classTally.js';
export { type ClassWeights, classWeightsOf } from './scores/classWeights.js';
export { leastProbability } from './scores/crossEntropy.js';
export { scorePredictions, validationScores, type ValidationScores } from './scores/scorePredictions.js';
export { type TargetOptions, targetsOf } from './scores/targets.js';
export { type FisherVectorParts, fisherVectorParts } from './fisherVectors/fisherVectorParts.js';
