import type { Contour } from './contour.js';
import type { Statistic } from './statistic.js';

export const thirdNames = ['deviation.third1', 'deviation.third2', 'deviation.third3'] as const;

/** Mean of each third of the span of speech minus the mean of the three. */
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
    // A span of one or two frames has thirds without frames: their deviation is 0.
    for (let i = at; i < at + 3; i++) row[i] = Number.isNaN(row[i]!) ? 0 : row[i]! - sum / count;
  },
};

/** NaN if there is no value. */
function meanBetween(values: Float64Array, start: number, end: number): number {
  let sum = 0;
  for (let i = start; i < end; i++) sum += values[i]!;
  return sum / (end - start);
}
