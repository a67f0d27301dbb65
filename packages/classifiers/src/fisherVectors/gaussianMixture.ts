/** Gaussians with diagonal covariances, and how often each is drawn from. */
export interface GaussianMixture {
  /** `[nComponents]` */
  readonly weights: Float64Array;
  /** `[nComponents, nDimensions]` */
  readonly means: Float64Array;
  /** `[nComponents, nDimensions]` */
  readonly variances: Float64Array;
}

/** The same with every value one of float32, so that saving changes none. */
export function roundedMixture({ weights, means, variances }: GaussianMixture): GaussianMixture {
  return {
    weights: weights.map(Math.fround),
    means: means.map(Math.fround),
    variances: variances.map(Math.fround),
  };
}
