/** What a linear model rests on, as `explain.json` holds it. Figures of emotions stand in the order of `labels`. */
export interface Explanation {
  /** Name of the recipe. */
  readonly recipe: string;
  readonly labels: readonly string[];
  /** Recordings over which features vary: those the model has learnt from. */
  readonly clips: number;
  readonly nFeatures: number;
  /** What each group of features carries, `mfcc` or `f0`, the strongest first. */
  readonly groups: readonly FeatureShare[];
  /** The same by what is said of a contour, `p95.active`, the strongest first. */
  readonly functionals: readonly FeatureShare[];
  /** The features with the strongest effects. */
  readonly features: readonly FeatureEffect[];
}

/** What some features together carry. */
export interface FeatureShare {
  readonly name: string;
  readonly nFeatures: number;
  /**
   * Of each emotion's score, the share of the variance that comes by these features: the covariance of their part of the
   * score with the whole, over the variance of the whole. The shares of all groups sum to 1; one is below 0 where
   * features take away from what others bring.
   */
  readonly shares: readonly number[];
}

/** What one feature speaks for. */
export interface FeatureEffect {
  readonly name: string;
  /**
   * For each emotion, what one standard deviation more of the feature adds to its score: weight times spread. Only
   * differences between emotions matter, so that effects are taken from their mean over the emotions.
   */
  readonly effects: readonly number[];
}
