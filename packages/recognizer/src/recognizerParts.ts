import type { FeatureDescription } from '@ser/dsp';
import type { Classifier } from '@ser/models';
import type { Normalizer } from './normalizer.js';
import type { RecognizerCard } from './recognizerCard.js';

/** What a recogniser is made of. */
export interface RecognizerParts {
  /** The name of each class of the classifier, in its order; all different. */
  readonly labels: readonly string[];
  /** What is computed of a clip; a `segment` or `functionals` must give every clip the same shape. */
  readonly features: FeatureDescription;
  /** Fitted on features of that description. */
  readonly normalizer: Normalizer;
  /** Takes examples of shape `[n, nFrames, nFeatures]`. */
  readonly classifier: Classifier;
  readonly card: RecognizerCard;
}
