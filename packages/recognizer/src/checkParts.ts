import type { FeatureExtractor } from '@ser/dsp';
import type { Classifier } from '@ser/models';
import { RecognizerError } from './errors.js';
import type { Normalizer } from './normalizer.js';

/** The parts of a recogniser that must agree. */
export interface FittingParts {
  readonly labels: readonly string[];
  readonly extractor: FeatureExtractor;
  readonly normalizer: Normalizer;
  readonly classifier: Classifier;
}

/**
 * Refuses parts that would give wrong answers together instead of none.
 *
 * @throws {RecognizerError} `invalid-option`
 */
export function checkParts({ labels, extractor, normalizer, classifier }: FittingParts): void {
  const { nFrames, nFeatures, names } = extractor;
  if (labels.length !== classifier.nClasses) {
    refuse(
      `\`labels\` must name the ${classifier.nClasses} classes of the classifier, got ${labels.length}.`,
    );
  }
  const repeated = labels.find((label, i) => label === '' || labels.indexOf(label) !== i);
  if (repeated !== undefined)
    refuse(`\`labels\` must differ and not be empty, got \`${repeated}\` twice or empty.`);
  if (nFrames === undefined) {
    refuse('`features` must give every clip the same shape: add a `segment` or `functionals`.');
  }
  if (normalizer.names.join() !== names.join()) {
    refuse(
      `\`normalizer\` must be fitted on the features described, got ${normalizer.names.length} features for ${nFeatures}.`,
    );
  }
  const shape = [nFrames, nFeatures].join(', ');
  if (classifier.inputShape.join(', ') !== shape) {
    refuse(
      `\`classifier\` must take examples of shape [${shape}], got one for [${classifier.inputShape.join(', ')}].`,
    );
  }
}

function refuse(message: string): never {
  throw new RecognizerError('invalid-option', message);
}
