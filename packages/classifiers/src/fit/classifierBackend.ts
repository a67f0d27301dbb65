import type { Classifier, ClassifierFiles } from '../classifier/classifier.js';
import type { Multiplier } from '../matrix/matrixProducts.js';
import { PlainMultiplier } from '../matrix/plainMultiplier.js';
import { loadClassifier } from '../network/loadClassifier.js';

/** What computes a classifier: matrix products to fit it, and a network to predict with. */
export interface ClassifierBackend {
  /** The caller disposes of it. */
  openMultiplier(): Multiplier;
  /** Loads a fitted classifier from its files. */
  loadClassifier(files: ClassifierFiles): Classifier | Promise<Classifier>;
}

/** Computes in plain TypeScript. */
export const plainBackend: ClassifierBackend = {
  openMultiplier: () => new PlainMultiplier(),
  loadClassifier,
};
