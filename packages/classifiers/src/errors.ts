import { SerError } from '@ser/core';

/**
 * - `invalid-option`: an option or a description is out of bounds or unknown.
 * - `shape-mismatch`: examples, classes, or groups do not have the shape that the classifier takes.
 * - `invalid-model-files`: saved files are missing, cut short, or contradict each other; `file` names one.
 * - `unsupported-network`: a saved network has a layer that only TensorFlow.js computes; `layer` names it. Load it with
 *   `loadClassifier` of `@ser/models`.
 * - `not-linear`: the weights of a classifier that is not linear were requested.
 * - `not-fitted`: a classifier was used before `fit`.
 * - `disposed`: a classifier was used after `dispose`.
 * - `diverged`: the equations have no finite solution, usually because features are not normalized.
 */
export type ClassifierErrorCode =
  | 'invalid-option'
  | 'shape-mismatch'
  | 'invalid-model-files'
  | 'unsupported-network'
  | 'not-linear'
  | 'not-fitted'
  | 'disposed'
  | 'diverged';

/** `SerError` with the codes of this package. */
export const ClassifierError = SerError<ClassifierErrorCode>;
export type ClassifierError = SerError<ClassifierErrorCode>;
