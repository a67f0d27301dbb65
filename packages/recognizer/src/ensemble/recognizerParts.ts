import type { Classifier, FrameEncoder } from '@ser/classifiers';
import type { FeatureDescription, Normalizer } from '@ser/dsp';
import type { RecognizerDimensions } from '../dimensions/recognizerDimensions.js';
import type { RecognizerCard } from '../format/recognizerCard.js';
import type { ClassProfile } from '../scores/classProfile.js';
import type { TaughtParts } from '../teach/taughtClip.js';
import type { FeatureOpener } from './featureExtractor.js';

/** The parts of a recognizer. It predicts the weighted mean of the probabilities of its members. */
export interface RecognizerParts {
  /** The name of each class of the classifiers, in their order; all different. */
  readonly labels: readonly string[];
  /** At least one; with different names, and features of the same sample rate. */
  readonly members: readonly RecognizerMember[];
  readonly card: RecognizerCard;
  /**
   * Mean scores of the classes, from `fitClassProfile`, for sessions.
   *
   * @default none: a session subtracts the mean score
   */
  readonly classProfile?: ClassProfile | undefined;
  /** Values such as arousal and valence, which predictions also have. @default none */
  readonly dimensions?: RecognizerDimensions | undefined;
  /**
   * The labels to choose from: their probabilities are divided by their sum. Such a recognizer cannot be saved.
   *
   * @default all
   */
  readonly restrictTo?: readonly string[] | undefined;
  /** What a user taught the model. @default nothing */
  readonly taught?: TaughtParts | undefined;
  /**
   * Opens features with a speech encoder; see `LoadOptions`.
   *
   * @default with the optional package `@ser/encoder`, at the first prediction
   */
  readonly openFeatures?: FeatureOpener | undefined;
}

/** A classifier of a recognizer and its input: the steps from audio to probabilities. */
export interface RecognizerMember {
  /** Lower-case words joined by hyphens; a saved model has a folder of this name for the classifier's files. */
  readonly name: string;
  /**
   * Weight of its probabilities in the mean, above 0; the sum of all weights does not matter.
   *
   * @default 1
   */
  readonly weight?: number | undefined;
  /** The features of a clip; a `segment`, `functionals` or an encoder must give every clip the same shape. */
  readonly features: FeatureDescription;
  /** Fitted on features of that description. */
  readonly normalizer: Normalizer;
  /**
   * Turns the normalized frames of a clip, however many there are, into one row.
   *
   * @default none: the classifier receives the frames
   */
  readonly encoder?: FrameEncoder | undefined;
  /** Takes examples of shape `[n, nFrames, nFeatures]`; after an encoder, `[n, 1, nOutputs]`. */
  readonly classifier: Classifier;
}
