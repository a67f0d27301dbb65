export interface RungsOptions {
  /** Epochs of the last rung, at least 1. */
  readonly maxEpochs: number;
  /** Minimum number of epochs of the first rung, at least 1. @default `maxEpochs` divided twice by `reductionFactor` */
  readonly minEpochs?: number | undefined;
  /** The factor between the epochs of a rung and of the next one, at least 2. */
  readonly reductionFactor: number;
}

/**
 * The epochs of each rung of successive halving, rising to `maxEpochs`.
 *
 * @example
 * rungsOf({ maxEpochs: 100, reductionFactor: 3 }); // [11, 33, 100]
 */
export function rungsOf({ maxEpochs, minEpochs, reductionFactor }: RungsOptions): readonly number[] {
  const least = minEpochs ?? Math.max(1, Math.round(maxEpochs / reductionFactor ** 2));
  const rungs: number[] = [];
  for (
    let epochs = maxEpochs, k = 0;
    epochs >= least;
    epochs = Math.round(maxEpochs / reductionFactor ** ++k)
  ) {
    rungs.unshift(epochs);
  }
  return rungs;
}
