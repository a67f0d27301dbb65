import { nameGap, nameLine, nameSize } from './curveNames.js';
import { niceDomain, niceTicks } from './niceTicks.js';
import type { Plot } from './plotAxes.js';
import { textWidth } from './textWidth.js';

/** One line of a picture. */
export interface Curve {
  readonly name: string;
  /** The value after epoch 1, 2, …; a value that is not finite, or beyond ±1e300, leaves a gap. */
  readonly values: ArrayLike<number>;
}

/** Where the parts of a picture of curves lie, px, and the scales from values to px. */
export interface CurvePlot extends Plot {
  readonly nEpochs: number;
}

const plotHeight = 210;

/** Room for the tick labels on the left, the names on the right, and all names below each other. */
export function curvePlot(curves: readonly Curve[], width: number): CurvePlot {
  const nEpochs = Math.max(1, ...curves.map(({ values }) => values.length));
  const [first, last] = nEpochs === 1 ? [0.5, 1.5] : [1, nEpochs];
  const [low, high] = verticalDomain(curves);
  const yTicks = niceTicks(low, high);
  const tickWidth = Math.max(...yTicks.values.map((value) => textWidth(yTicks.format(value), 12)));
  const nameWidth = Math.max(0, ...curves.map(({ name }) => textWidth(name, nameSize)));
  const left = tickWidth + 16;
  const right = width - Math.min(nameWidth, width * 0.34) - nameGap;
  const top = 26;
  const bottom = top + Math.max(plotHeight, curves.length * nameLine);
  return {
    ...{ left, right, top, bottom, width, nEpochs, yTicks },
    xTicks: niceTicks(first, last, { count: 6, minStep: 1 }),
    x: (epoch) => left + ((epoch - first) / (last - first)) * (right - left),
    y: (value) => bottom - ((value - low) / (high - low)) * (bottom - top),
  };
}

/** Whether a value can be placed: differences of such values are finite too. */
export function isDrawable(value: number | undefined): value is number {
  return value !== undefined && Math.abs(value) <= 1e300;
}

/** Epochs of drawable values, split where there is a gap. */
export function drawableRuns(values: ArrayLike<number>): number[][] {
  const runs: number[][] = [];
  for (let i = 0; i < values.length; i++) {
    if (!isDrawable(values[i])) continue;
    if (i > 0 && isDrawable(values[i - 1])) runs.at(-1)!.push(i + 1);
    else runs.push([i + 1]);
  }
  return runs;
}

function verticalDomain(curves: readonly Curve[]): readonly [number, number] {
  let low = 0;
  let high = 0;
  for (const value of curves.flatMap(({ values }) => Array.from(values)).filter(isDrawable)) {
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  return high - low < 1e-300 ? [0, 1] : niceDomain(low, high);
}
