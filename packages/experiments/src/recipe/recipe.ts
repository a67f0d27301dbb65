import type { FrameEncoderDescription } from '@ser/classifiers';
import type { SplitRequest } from '@ser/datasets';
import type { AugmentationDescription, FeatureDescription } from '@ser/dsp';
import type { ModelDescription, OptimizerDescription, TrainingOptions } from '@ser/models';
import type { EvaluationRecipe } from './evaluationRecipe.js';
import type { Normalization } from './normalization.js';
import type { SearchSpace } from './searchSpace.js';

/**
 * Everything that decides what an experiment measures, as JSON: corpora, labels, split, and the members of the
 * ensemble. A recipe with a single classifier is an ensemble of one member; `parseRecipe` also accepts it in the short
 * form, without `members`.
 */
export interface Recipe {
  /** Short name in kebab case: `ravdess-cnn`. */
  readonly name: string;
  /** One line that describes the recipe. */
  readonly title: string;
  /** Where the recipe comes from, and the score that its source claims. */
  readonly source?: { readonly what: string; readonly claim?: string };
  /** What readers of the scores should know: choices, known problems, differences from the source. Shown in the report. */
  readonly notes?: readonly string[];
  /** The corpora to train and test on, by name. */
  readonly corpora: readonly { readonly name: string }[];
  /**
   * Which of the corpora a run uses: `all`, so that its scores compare with other runs of the recipe, or those `given` a
   * folder. Labels that none of the used corpora has are dropped. @default 'all'
   */
  readonly corporaTaken?: 'all' | 'given' | undefined;
  /** The emotions to recognize, in the order of the model's outputs. Clips with other emotions are left out. */
  readonly labels: readonly string[];
  /** Which clips are for training and which for testing. */
  readonly split: SplitRequest;
  /** The split that the recipe's source used. It is run in addition to `split`, to compare both scores. @default none */
  readonly sourceSplit?: SplitRequest;
  /** The classifiers whose probabilities are averaged; at least one. */
  readonly members: readonly Member[];
  /**
   * Values to predict in addition to the labels, with ridge regression on the features of the first member. Those that no
   * recording has are left out. @default none
   */
  readonly dimensions?: readonly DimensionRecipe[];
  /** What else is measured besides single test clips. @default nothing */
  readonly evaluation?: EvaluationRecipe;
  /** What `tune` may change, and within which bounds; only for recipes with one member. @default nothing */
  readonly search?: SearchSpace;
  /** Seed of the split, augmented copies, initial weights, shuffling and bootstrap: an integer in [0, 2^31). @default 1 */
  readonly seed: number;
  /** The share of clips, in [0, 1], that may be unreadable or silent before the run stops. @default 0.05 */
  readonly maxUnreadable: number;
}

/** A value of an emotion, such as arousal. */
export interface DimensionRecipe {
  /** The name of its column in a table: `arousal`, `valence`, or `dominance`. */
  readonly name: string;
  /** Its smallest and largest possible value. @default those of the test clips */
  readonly range?: readonly [low: number, high: number];
}

/**
 * One classifier of a recipe, with everything from a clip to the probabilities of its labels. Each member is trained
 * separately on the same clips. All members use the same sample rate.
 */
export interface Member {
  /** Short name in kebab case, unique in the recipe: `ridge`. @default short form: the kind of the classifier */
  readonly name: string;
  /** Weight of its probabilities in the mean, above 0; only the ratio of the weights matters. @default 1 */
  readonly weight: number;
  /** The features of a clip. A `segment`, `functionals`, or an `encoding` gives every clip the same shape. */
  readonly features: FeatureDescription;
  /**
   * Augmented copies of the training clips, used in addition to them. The whole clip is altered, at the sample rate of
   * the features and before the segment is cut. @default none
   */
  readonly augmentation?: AugmentationDescription;
  /** Which clips the mean and deviation of each feature come from, and a limit for z-scores. @default { scope: 'train' } */
  readonly normalize: Normalization;
  /**
   * Turns the normalized frames of a clip, however many there are, into one row of numbers; fitted on the training clips
   * of each fold. @default none: the classifier gets the frames
   */
  readonly encoding?: FrameEncoderDescription;
  /** A network, or a classifier without epochs such as `ridge`. */
  readonly classifier: ModelDescription;
  /** How a network is trained. Classifiers without epochs use only `classWeights`, and `epochs` is 1. */
  readonly training: TrainingRecipe;
}

/** The training options that a recipe sets, with the meanings and defaults of `TrainingOptions`. */
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
  /** Clips per step, at least 1. @default 64 */
  readonly batchSize: number;
  /** How a step changes the weights. @default Adam with Keras's learning rate, 0.001 */
  readonly optimizer: OptimizerRecipe;
}

/** The optimizer of a recipe, with its learning rate filled in. */
export interface OptimizerRecipe extends OptimizerDescription {
  /** Step size, above 0. @default Keras's: 0.01 for `sgd`, 0.001 for the others */
  readonly learningRate: number;
}
