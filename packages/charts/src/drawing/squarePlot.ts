import { formatShare } from './formatShare.js';
import { niceTicks, type Ticks } from './niceTicks.js';
import type { Plot } from './plotAxes.js';

/** Shares from 0 to 100%, marked at the quarters. */
const shareTicks: Ticks = { values: [0, 0.25, 0.5, 0.75, 1], format: formatShare };

/** A plot of shares by shares, as wide as high. */
export function squarePlot(width: number, size: number): Plot {
  const [left, top] = [48, 26];
  return {
    ...{ left, top, right: left + size, bottom: top + size, width },
    xTicks: shareTicks,
    yTicks: shareTicks,
    x: (share) => left + share * size,
    y: (share) => top + size - share * size,
  };
}

/** A plot with shares on the vertical scale and counts from `low` to `high` on the horizontal scale. */
export interface SharePlotOptions {
  readonly width: number;
  readonly right: number;
  readonly height: number;
  readonly low: number;
  readonly high: number;
}

/** A plot of shares by something counted. */
export function sharePlot({ width, right, height, low, high }: SharePlotOptions): Plot {
  const [left, top] = [48, 26];
  const bottom = top + height;
  return {
    ...{ left, top, right, bottom, width },
    xTicks: niceTicks(low, high, { count: 6, minStep: 1 }),
    yTicks: shareTicks,
    x: (count) => left + ((count - low) / (high - low)) * (right - left),
    y: (share) => bottom - share * (bottom - top),
  };
}
