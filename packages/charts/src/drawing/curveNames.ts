import { element, textElement, tooltip } from './element.js';
import type { Plot } from './plotAxes.js';
import { seriesStroke } from './seriesStroke.js';
import { spread } from './spread.js';
import { fitText } from './textWidth.js';

/** The name of a curve, and where it ends, px; `undefined` for a curve without a drawn value. */
export interface CurveEnd {
  readonly name: string;
  readonly end: { readonly x: number; readonly y: number } | undefined;
}

export const nameSize = 13;
export const nameLine = 18;
/** Space between the plot and the names, px. */
export const nameGap = 44;

/** The names, each next to the end of its curve, moved apart where they would touch. */
export function curveNames(curves: readonly CurveEnd[], plot: Plot): string[] {
  const heights = curves.map(({ end }) => end?.y ?? plot.bottom);
  const places = spread(heights, { gap: nameLine, low: plot.top, high: plot.bottom });
  return curves.map(({ name, end }, i) => {
    const y = places[i]!;
    const reaches = end !== undefined && Math.abs(end.x - plot.right) < 0.5;
    const from = reaches ? { x: plot.right + 2, y: heights[i]! } : { x: plot.right + 20, y };
    const turn = `L${px(plot.right + 20)} ${px(y)}H${px(plot.right + 33)}`;
    const shown = fitText(name, plot.width - plot.right - nameGap + 2, nameSize);
    return element(
      'g',
      {},
      tooltip(name),
      element('path', { ...seriesStroke(i), d: `M${px(from.x)} ${px(from.y)}${turn}` }),
      textElement({ x: plot.right + 38, y: y + 4.5, 'font-size': nameSize }, shown),
    );
  });
}

function px(value: number): string {
  return value.toFixed(1);
}
