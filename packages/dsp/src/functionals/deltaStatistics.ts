import { Percentiles } from '../ranks/percentiles.js';
import type { Contour } from './contour.js';
import { deviationOf, meanMagnitudeOf } from './moments.js';
import type { Statistic } from './statistic.js';

const percents = [5, 25, 75, 95] as const;

/** Statistics of the slope of a contour over the span of speech: mean magnitude, standard deviation, percentiles. */
export function deltaStatistics(): Statistic<Contour> {
  const percentilePlan = new Percentiles(percents);
  const percentiles = new Float64Array(percents.length);
  return {
    names: ['meanMagnitude', 'std', ...percents.map((p) => `p${p}`)].map((name) => `delta.${name}.span`),
    write({ delta }, row, at) {
      row[at] = meanMagnitudeOf(delta);
      row[at + 1] = deviationOf(delta);
      percentilePlan.transform(delta, percentiles);
      row.set(percentiles, at + 2);
    },
  };
}

/** Statistics of the slope of the slope over the span of speech: mean magnitude and standard deviation. */
export const delta2Statistics: Statistic<Contour> = {
  names: ['delta2.meanMagnitude.span', 'delta2.std.span'],
  write({ delta2 }, row, at) {
    row[at] = meanMagnitudeOf(delta2);
    row[at + 1] = deviationOf(delta2);
  },
};
