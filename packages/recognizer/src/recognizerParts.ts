import type { Classifier, Encoder } from '@ser/classifiers';
import type { FeatureDescription } from '@ser/dsp';
import type { Normalizer } from '@ser/dsp';
import type { RecognizerCard } from './recognizerCard.js';

/** What a recogniser is made of: one way from sound to probabilities, or several whose answers are averaged. */
export type RecognizerParts = SingleParts | FusedParts;

/** A recogniser of one classifier. */
export interface SingleParts extends SharedParts, RecognizerMember {
  readonly members?: undefined;
}

/** A recogniser of several classifiers: it answers with the mean of their probabilities. */
export interface FusedParts extends SharedParts {
  /** Two at least, with names that differ and features of the same sample rate. */
  readonly members: readonly FusedMember[];
}

/** From sound to probabilities. */
export interface RecognizerMember {
  /** What is computed of a clip; a `segment`, `functionals` or an encoder must give every clip the same shape. */
  readonly features: FeatureDescription;
  /** Fitted on features of that description. */
  readonly normalizer: Normalizer;
  /**
   * Makes one row of the normalised frames of a clip, however many there are.
   *
   * @default none: the frames themselves go to the classifier
   */
  readonly encoder?: Encoder | undefined;
  /** Takes examples of shape `[n, nFrames, nFeatures]`; behind an encoder, `[n, 1, nOutputs]`. */
  readonly classifier: Classifier;
}

/** One of several classifiers whose probabilities are averaged. */
export interface FusedMember extends RecognizerMember {
  /** Lower-case words joined by hyphens; its files lie in a folder of this name. */
  readonly name: string;
  /**
   * How much its probabilities count in the mean, above 0; the sum of all weights does not matter.
   *
   * @default 1
   */
  readonly weight?: number | undefined;
}

interface SharedParts {
  /** The name of each class of the classifiers, in their order; all different. */
  readonly labels: readonly string[];
  readonly card: RecognizerCard;
  /**
   * The labels to choose from: their probabilities are divided by their sum. Such a recogniser cannot be saved.
   *
   * @default all
   */
  readonly among?: readonly string[] | undefined;
}

/** The classifiers of a recogniser; one alone has no name. */
export function membersOf(
  parts: RecognizerParts,
): readonly (RecognizerMember & Partial<Pick<FusedMember, 'name' | 'weight'>>)[] {
  if (parts.members !== undefined) return parts.members;
  const { features, normalizer, encoder, classifier } = parts;
  return [{ features, normalizer, encoder, classifier }];
}
