import type { EncoderDescription } from '@ser/classifiers';
import type { SplitRequest } from '@ser/datasets';
import type { AugmentationDescription, FeatureDescription } from '@ser/dsp';
import type { ClassifierDescription, OptimizerDescription, TrainingOptions } from '@ser/models';
import type { EvaluationRecipe } from './evaluationRecipe.js';
import type { Normalization, NormalizationScope } from './normalization.js';
import type { SearchSpace } from './searchSpace.js';

/**
 * Everything that decides what an experiment measures, as JSON: corpora, labels, split, and how it is done, by one
 * classifier or by several whose answers are averaged.
 */
export type Recipe = SingleRecipe | FusedRecipe;

/** A recipe of one classifier. */
export interface SingleRecipe extends Task, Method {
  /** What `ser tune` may change in this recipe, and within which bounds. @default nothing */
  readonly search?: SearchSpace;
  readonly members?: undefined;
}

/** A recipe of several classifiers, trained each by itself on the same clips; their probabilities are averaged. */
export interface FusedRecipe extends Task {
  /** Two at least, with names that differ and features of the same sample rate. */
  readonly members: readonly FusionMember[];
}

/** One of the classifiers whose answers are averaged. */
export interface FusionMember extends Method {
  /** Short name in kebab case: `ridge`. */
  readonly name: string;
  /** How much its probabilities count in the mean, above 0; the sum of all weights does not matter. @default 1 */
  readonly weight?: number | undefined;
}

/** What is measured, and on whom. */
export interface Task {
  /** Short name in kebab case: `ravdess-cnn`. */
  readonly name: string;
  /** One line for people. */
  readonly title: string;
  /** Where the recipe comes from, and what its source claims for it. */
  readonly source?: { readonly what: string; readonly claim?: string };
  /** What a reader of the figures should know: choices, remedies, deviations from the source. The report shows them. */
  readonly notes?: readonly string[];
  /** The corpora it is trained and tested on, by name. */
  readonly corpora: readonly { readonly name: string }[];
  /**
   * Which of the corpora a run takes: `all`, so that its figures compare with others of the recipe, or those `given` a
   * folder. Labels that none of the corpora taken has are left out. @default 'all'
   */
  readonly corporaTaken?: 'all' | 'given' | undefined;
  /** The emotions to tell apart, in the order of the model's outputs; clips of other emotions are left out. */
  readonly labels: readonly string[];
  /** Which clips are trained on and which are tested. */
  readonly split: SplitRequest;
  /** The protocol of the recipe's source, run besides `split` so that both figures stand side by side. @default none */
  readonly sourceSplit?: SplitRequest;
  /** What is measured besides the test clips one by one. @default nothing */
  readonly evaluation?: EvaluationRecipe;
  /** Seed of split, copies, initial weights, shuffling and bootstrap: an integer in [0, 2^31). @default 1 */
  readonly seed: number;
  /** The share of clips, in [0, 1], that may be unreadable or silent before the run stops. @default 0.05 */
  readonly maxUnreadable: number;
}

/** How it is done: from a clip to the probabilities of its labels. */
export interface Method {
  /** What is computed from a clip; a `segment`, `functionals` or an `encoding` give every clip the same shape. */
  readonly features: FeatureDescription;
  /**
   * Altered copies of the training clips, learnt from besides them. The whole clip is altered, at the rate of
   * the features and before their segment is cut. @default none
   */
  readonly augmentation?: AugmentationDescription;
  /** Over whose clips features are brought to mean 0 and deviation 1, and how far they may be from 0. @default 'train' */
  readonly normalize: NormalizationScope | Normalization;
  /**
   * What makes one row of numbers of the normalised frames of a clip, however many there are; fitted to the training
   * clips of each fold. @default none: the frames themselves are learnt from
   */
  readonly encoding?: EncoderDescription;
  /** The network, or a classifier that is fitted in closed form. */
  readonly classifier: ClassifierDescription;
  /** How a network is trained; a closed-form classifier takes `classWeights` alone of it, and has one epoch. */
  readonly training: TrainingRecipe;
}

/** The options of training that a recipe decides, with the meanings and defaults of `TrainingOptions`. */
export interface TrainingRecipe extends Pick<
  TrainingOptions,
  | 'learningRateSchedule'
  | 'earlyStopping'
  | 'reduceLearningRateOnPlateau'
  | 'classWeights'
  | 'labelSmoothing'
  | 'mixup'
  | 'reestimateStatistics'
> {
  /** Passes over the training clips, at least 1. @default 100 */
  readonly epochs: number;
  /** Clips in one step, at least 1. @default 64 */
  readonly batchSize: number;
  /** How a step changes the weights. @default Adam with Keras's learning rate, 0.001 */
  readonly optimizer: OptimizerRecipe;
}

export interface OptimizerRecipe extends OptimizerDescription {
  /** Step size, above 0. @default Keras's: 0.01 for `sgd`, 0.001 for the others */
  readonly learningRate: number;
}
