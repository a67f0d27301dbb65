import { type Distribution, momentNames, percentileNames, rangeNames, trendNames } from './distribution.js';

/** A family of statistics of one object, such as a contour. */
export interface Statistic<Described> {
  /** Suffixes of the names, such as 'mean.active'. */
  readonly names: readonly string[];
  /** Writes one number per name into `row`, from `at` on. */
  write(described: Described, row: Float64Array, at: number): void;
}

type DistributionFamily = 'moments' | 'percentiles' | 'ranges' | 'trend';

/** Statistics of the values of one region. */
export const distributionStatistics: Readonly<
  Record<DistributionFamily, { readonly names: readonly string[]; write: Statistic<Distribution>['write'] }>
> = {
  moments: { names: momentNames, write: ({ moments }, row, at) => row.set(moments, at) },
  percentiles: { names: percentileNames, write: ({ percentiles }, row, at) => row.set(percentiles, at) },
  ranges: { names: rangeNames, write: writeRanges },
  trend: { names: trendNames, write: ({ trend }, row, at) => row.set(trend, at) },
};

/** Median minus lower quartile, upper quartile minus median, their sum, and the 95th minus the 5th percentile. */
function writeRanges({ percentiles }: Distribution, row: Float64Array, at: number): void {
  row[at] = percentiles[3]! - percentiles[2]!;
  row[at + 1] = percentiles[4]! - percentiles[3]!;
  row[at + 2] = percentiles[4]! - percentiles[2]!;
  row[at + 3] = percentiles[5]! - percentiles[1]!;
}
