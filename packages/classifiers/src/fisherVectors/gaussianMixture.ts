/** A mixture of Gaussians with diagonal covariances. */
export interface GaussianMixture {
  /** `[nComponents]` */
  readonly weights: Float64Array;
  /** `[nComponents, nDimensions]` */
  readonly means: Float64Array;
  /** `[nComponents, nDimensions]` */
  readonly variances: Float64Array;
}

/** The mixture with every value rounded to float32, so that saving does not change it. */
export function roundedMixture({ weights, means, variances }: GaussianMixture): GaussianMixture {
  return {
    weights: weights.map(Math.fround),
    means: means.map(Math.fround),
    variances: variances.map(Math.fround),
  };
}
