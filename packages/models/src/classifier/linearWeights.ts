import type { Classifier } from '@ser/classifiers';
import { ModelError } from '../errors.js';
import { ClosedFormClassifier } from './closedFormClassifier.js';
import { type LinearWeights, linearWeightsOf } from './linearNetwork.js';
import { NetworkClassifier } from './networkClassifier.js';

/**
 * The weights of a linear classifier, made by `createClassifier` or loaded: its probabilities are
 * `softmax(x · weights + bias)`. A weight times the deviation of its feature says how much the feature tells of a class.
 *
 * @throws {SerError} `invalid-network` when the classifier is not linear
 *
 * @example
 * const { weights, nClasses } = linearWeights(classifier);
 * weights[feature * nClasses + label];
 */
export function linearWeights(classifier: Classifier): LinearWeights {
  const network = classifier instanceof ClosedFormClassifier ? classifier.network : classifier;
  if (network instanceof NetworkClassifier) return linearWeightsOf(network.model);
  throw new ModelError('invalid-network', 'Expected a classifier of `createClassifier` or `loadClassifier`.');
}
