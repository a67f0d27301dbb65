import {
  type Interval,
  type IntervalMethod,
  bootstrapInterval,
  confidenceIntervals,
  uar,
} from '@ser/metrics';
import { type Population, type Sample, drawSpeakers, trueUar } from './population.js';

/** Fewer than the default of 1000, because the result is a mean over thousands of intervals. */
const nResamples = 400;

/** Methods for an interval, by their names in the table. */
const methods = {
  't over speakers': overSpeakers('t'),
  'percentile over speakers': overSpeakers('percentile'),
  'percentile over clips': ({ outcome }, seed) => {
    const groups = Array.from(outcome.actual, (_, clip) => String(clip));
    return bootstrapInterval({ outcome, groups, metric: uar, nResamples, seed });
  },
} satisfies Readonly<Record<string, IntervalOf>>;

type IntervalOf = (sample: Sample, seed: number) => Interval;

function overSpeakers(method: IntervalMethod): IntervalOf {
  return ({ outcome, speakers }, seed) =>
    confidenceIntervals({ outcome, groups: speakers, metrics: ['uar'], method, nResamples, seed }).uar;
}

export type CoveredMethod = keyof typeof methods;
export const coveredMethods = Object.keys(methods) as readonly CoveredMethod[];

/** Coverage and width of the intervals of one method. */
export interface Coverage {
  /** Share of the intervals that contain the true value. */
  readonly covered: number;
  /** Mean width, as a share. */
  readonly width: number;
}

/** Intervals over a thousand clips take long, and are so inaccurate that fewer of them suffice. */
const oneIn: Partial<Record<CoveredMethod, number>> = { 'percentile over clips': 5 };

/** Coverage and width of 95% intervals of the UAR. */
export function measureCoverage(
  population: Population,
  nSpeakers: number,
  nTrials: number,
): Readonly<Record<CoveredMethod, Coverage>> {
  const truth = trueUar(population);
  const sums = coveredMethods.map((method) => ({ method, n: 0, hits: 0, width: 0 }));
  for (let trial = 1; trial <= nTrials; trial++) {
    const sample = drawSpeakers(population, nSpeakers, trial);
    for (const sum of sums) {
      if (trial % (oneIn[sum.method] ?? 1) !== 0) continue;
      const { low, high } = methods[sum.method](sample, trial);
      sum.n++;
      if (low <= truth && truth <= high) sum.hits++;
      sum.width += high - low;
    }
  }
  return Object.fromEntries(
    sums.map(({ method, n, hits, width }) => [method, { covered: hits / n, width: width / n }]),
  ) as Record<CoveredMethod, Coverage>;
}
