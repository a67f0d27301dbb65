import type { SplitRequest } from '@ser/datasets';
import type { FeatureDescription } from '@ser/dsp';
import type { NetworkDescription } from '@ser/models';

/** Everything that decides what an experiment measures, as JSON: corpora, labels, split, features, network. */
export interface Recipe {
  /** Short name in kebab case: `ravdess-cnn`. */
  readonly name: string;
  /** One line for people. */
  readonly title: string;
  /** Where the recipe comes from, and what its source claims for it. */
  readonly source?: { readonly what: string; readonly claim?: string };
  /** The corpora it is trained and tested on, by name. */
  readonly corpora: readonly { readonly name: string }[];
  /** The emotions to tell apart, in the order of the model's outputs; clips of other emotions are left out. */
  readonly labels: readonly string[];
  /** Which clips are trained on and which are tested. */
  readonly split: SplitRequest;
  /** What is computed from a clip; a `segment` or `functionals` give every clip the same shape. */
  readonly features: FeatureDescription;
  /** Over what features are brought to mean 0 and deviation 1: the training clips of the fold. @default 'train' */
  readonly normalize: 'train';
  /** The network. */
  readonly classifier: NetworkDescription;
  /** How the network is trained. */
  readonly training: TrainingRecipe;
  /** Seed of split, initial weights, shuffling and bootstrap: an integer in [0, 2^31). @default 1 */
  readonly seed: number;
  /** The share of clips, in [0, 1], that may be unreadable or silent before the run stops. @default 0.05 */
  readonly maxUnreadable: number;
}

export interface TrainingRecipe {
  /** Passes over the training clips, at least 1. @default 100 */
  readonly epochs: number;
  /** Clips in one step, at least 1. @default 64 */
  readonly batchSize: number;
  /** How a step changes the weights. @default Adam with a learning rate of 0.001 */
  readonly optimizer: OptimizerRecipe;
}

export interface OptimizerRecipe {
  readonly name: 'adam' | 'sgd';
  /** Step size, above 0. @default 0.001 */
  readonly learningRate: number;
}
