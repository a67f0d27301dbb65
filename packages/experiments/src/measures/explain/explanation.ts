/** Which features carry each emotion in a linear model, as in `explain.json`. Emotions are in the order of `labels`. */
export interface Explanation {
  /** Name of the recipe. */
  readonly recipe: string;
  readonly labels: readonly string[];
  /** Number of recordings: those that the model was trained on. */
  readonly clips: number;
  readonly nFeatures: number;
  /** The share of each group of features, such as `mfcc` or `f0`, the largest first. */
  readonly groups: readonly FeatureShare[];
  /** The share of each functional, such as `p95.active`, the largest first. */
  readonly functionals: readonly FeatureShare[];
  /** The features with the strongest effects. */
  readonly features: readonly FeatureEffect[];
}

/** The share of several features together. */
export interface FeatureShare {
  readonly name: string;
  readonly nFeatures: number;
  /**
   * For each emotion, the share of the variance of its score that is due to these features: the covariance of their part
   * of the score with the score, divided by the variance of the score. The shares of all groups sum to 1. A share is below
   * 0 if features reduce the effect of others.
   */
  readonly shares: readonly number[];
}

/** The effect of one feature. */
export interface FeatureEffect {
  readonly name: string;
  /**
   * For each emotion, the change of its score per standard deviation of the feature: weight times deviation. Only
   * differences between emotions matter, so the mean over the emotions is subtracted.
   */
  readonly effects: readonly number[];
}
