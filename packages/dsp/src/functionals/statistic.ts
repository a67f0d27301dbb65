import type { Distribution } from './distribution.js';
import { momentNames, percentileNames, rangeNames, trendNames } from './distribution.js';

/** A family of numbers that describe one thing, such as a contour. */
export interface Statistic<Described> {
  /** What is appended to the name of the thing: 'mean.active'. */
  readonly names: readonly string[];
  /** Writes one number a name into `row`, from `at` on. */
  write(described: Described, row: Float64Array, at: number): void;
}

type DistributionFamily = 'moments' | 'percentiles' | 'ranges' | 'trend';

/** What statistics say of the values of one region. */
export const distributionStatistics: Readonly<
  Record<DistributionFamily, { readonly names: readonly string[]; write: Statistic<Distribution>['write'] }>
> = {
  moments: { names: momentNames, write: ({ moments }, row, at) => row.set(moments, at) },
  percentiles: { names: percentileNames, write: ({ percentiles }, row, at) => row.set(percentiles, at) },
  ranges: { names: rangeNames, write: writeRanges },
  trend: { names: trendNames, write: ({ trend }, row, at) => row.set(trend, at) },
};

/** Median less lower quartile, upper quartile less median, both together, and the 95th less the 5th percentile. */
function writeRanges({ percentiles }: Distribution, row: Float64Array, at: number): void {
  row[at] = percentiles[3]! - percentiles[2]!;
  row[at + 1] = percentiles[4]! - percentiles[3]!;
  row[at + 2] = percentiles[4]! - percentiles[2]!;
  row[at + 3] = percentiles[5]! - percentiles[1]!;
}
