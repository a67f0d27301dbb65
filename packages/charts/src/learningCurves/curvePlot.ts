import { nameGap, nameLine, nameSize } from '../drawing/curveNames.js';
import { niceDomain, niceTicks } from '../drawing/niceTicks.js';
import type { Plot } from '../drawing/plotAxes.js';
import { textWidth } from '../drawing/textWidth.js';
import { isDrawable, type LearningCurve } from './learningCurvesModel.js';

const plotHeight = 210;

/** The scales of the curves, with space for tick labels on the left and all names, one below the other, on the right. */
export function curvePlot(curves: readonly LearningCurve[], width: number): Plot {
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
    ...{ left, right, top, bottom, width, yTicks },
    xTicks: niceTicks(first, last, { count: 6, minStep: 1 }),
    x: (epoch) => left + ((epoch - first) / (last - first)) * (right - left),
    y: (value) => bottom - ((value - low) / (high - low)) * (bottom - top),
  };
}

function verticalDomain(curves: readonly LearningCurve[]): readonly [number, number] {
  let low = 0;
  let high = 0;
  for (const value of curves.flatMap(({ values }) => Array.from(values)).filter(isDrawable)) {
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  return high - low < 1e-300 ? [0, 1] : niceDomain(low, high);
}
