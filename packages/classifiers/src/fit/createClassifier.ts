import { requireInteger } from '@ser/core';
import type { TrainableClassifier } from '../classifier/classifier.js';
import type { ClassifierDescription } from '../description/classifierDescription.js';
import { parseClassifierDescription } from '../description/parseClassifierDescription.js';
import { type ClassifierBackend, plainBackend } from './classifierBackend.js';
import { FittedClassifier } from './fittedClassifier.js';

/** What a classifier is made for. */
export interface CreateClassifierOptions {
  /** Shape of one example, without the first axis; each size at least 1. */
  readonly inputShape: readonly number[];
  /** Number of classes, at least 2. */
  readonly nClasses: number;
  /**
   * What computes the classifier.
   *
   * @default plain TypeScript
   */
  readonly backend?: ClassifierBackend;
}

/**
 * Makes a classifier from its description: ridge, kernel ridge, logistic regression, or a linear SVM. It chooses its
 * settings by cross-validation within the training examples, and calibrates its probabilities.
 *
 * It computes in plain TypeScript. `createClassifier` of `@ser/models` fits the same classifiers with an engine, which
 * is faster for thousands of examples, and also makes networks.
 *
 * @throws {SerError} `invalid-option`
 *
 * @example
 * const classifier = createClassifier({ kind: 'ridge' }, { inputShape: [1, 3779], nClasses: 8 });
 * await classifier.fit(x, y, { groups: speakers });
 * classifier.choice; // { C: 1, innerUar: 0.67, temperature: 3.9, … }
 * const probabilities = await classifier.predictProbabilities(test);
 */
export function createClassifier(
  description: ClassifierDescription,
  { inputShape, nClasses, backend = plainBackend }: CreateClassifierOptions,
): TrainableClassifier {
  parseClassifierDescription(description);
  inputShape.forEach((size, axis) => requireInteger(`inputShape[${axis}]`, size, { min: 1, max: 2 ** 20 }));
  requireInteger('nClasses', nClasses, { min: 2, max: 2 ** 16 });
  return new FittedClassifier(description, { inputShape, nClasses, backend });
}
