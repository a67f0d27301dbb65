import type { Contour } from './contour.js';
import type { Statistic } from './statistic.js';

/** Mean and standard deviation of a contour in voiced frames. */
export const voicedStatistics: Statistic<Contour> = {
  names: ['mean.voiced', 'std.voiced'],
  write({ values, regions: { voiced } }, row, at) {
    const mean = meanAt(values, voiced);
    let squares = 0;
    for (let i = 0; i < voiced.length; i++) {
      const distance = values[voiced[i]!]! - mean;
      squares += distance * distance;
    }
    row[at] = mean;
    row[at + 1] = Math.sqrt(squares / voiced.length);
  },
};

/** Mean of a contour in unvoiced frames. */
export const unvoicedStatistics: Statistic<Contour> = {
  names: ['mean.unvoiced'],
  write({ values, regions: { unvoiced } }, row, at) {
    row[at] = meanAt(values, unvoiced);
  },
};

function meanAt(values: Float64Array, frames: Int32Array): number {
  let sum = 0;
  for (let i = 0; i < frames.length; i++) sum += values[frames[i]!]!;
  return sum / frames.length;
}
