/** Means and standard deviations over some positions. */
export interface PooledStatistics {
  /** Number of positions, or the sum of their weights. */
  readonly weight: number;
  /** Shape `[nLayers * width]`. */
  readonly mean: Float32Array;
  /** Shape `[nLayers * width]`. */
  readonly std: Float32Array;
}

/**
 * The statistics over all positions from those over parts of them, exactly: the variance is the mean variance within
 * the parts plus the variance of their means.
 *
 * @param parts at least one
 */
export function combineStatistics(parts: readonly PooledStatistics[]): PooledStatistics {
  if (parts.length === 1) return parts[0]!;
  const weight = parts.reduce((sum, part) => sum + part.weight, 0);
  const average = (valueOf: (part: PooledStatistics) => number) =>
    parts.reduce((sum, part) => sum + part.weight * valueOf(part), 0) / weight;
  const means = Float64Array.from(parts[0]!.mean, (_, i) => average(({ mean }) => mean[i]!));
  const std = Float32Array.from(means, (center, i) =>
    Math.sqrt(average((part) => part.std[i]! ** 2 + (part.mean[i]! - center) ** 2)),
  );
  return { weight, mean: Float32Array.from(means), std };
}
