import type { Contour } from './contour.js';
import type { Statistic } from './statistic.js';

export const thirdNames = ['deviation.third1', 'deviation.third2', 'deviation.third3'] as const;

/** How the mean of each third of the span of speech differs from the mean of the three. */
export const thirdStatistics: Statistic<Contour> = {
  names: thirdNames,
  write({ values, regions: { thirds } }, row, at) {
    let sum = 0;
    let count = 0;
    for (let third = 0; third < 3; third++) {
      const mean = meanBetween(values, thirds[third]!, thirds[third + 1]!);
      row[at + third] = mean;
      if (Number.isNaN(mean)) continue;
      sum += mean;
      count++;
    }
    // Of one or two frames, a third without any differs from nothing.
    for (let i = at; i < at + 3; i++) row[i] = Number.isNaN(row[i]!) ? 0 : row[i]! - sum / count;
  },
};

/** NaN where there is no value. */
function meanBetween(values: Float64Array, start: number, end: number): number {
  let sum = 0;
  for (let i = start; i < end; i++) sum += values[i]!;
  return sum / (end - start);
}
