import {
  type Interval,
  type IntervalMethod,
  bootstrapInterval,
  confidenceIntervals,
  uar,
} from '@ser/metrics';
import { type Population, type Sample, drawSpeakers, trueUar } from './population.js';

/** Fewer than the default of 1000: it is the mean over thousands of intervals that is wanted. */
const nResamples = 400;

/** Ways to an interval, by the words of the table. */
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

export interface Coverage {
  /** How many of the intervals hold the truth; a share. */
  readonly covered: number;
  /** Mean distance of the ends; a share. */
  readonly width: number;
}

/** An interval over a thousand clips takes long, and is so far off that fewer of them tell. */
const ONE_IN: Partial<Record<CoveredMethod, number>> = { 'percentile over clips': 5 };

/** How often 95 % intervals of the UAR hold the truth, and how wide they are. */
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
      if (trial % (ONE_IN[sum.method] ?? 1) !== 0) continue;
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
