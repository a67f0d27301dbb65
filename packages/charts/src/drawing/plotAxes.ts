import { element, textElement } from './element.js';
import type { Ticks } from './niceTicks.js';
import { fitText } from './textWidth.js';

/** A rectangle with two scales, px. */
export interface Plot {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** Of the whole image. */
  readonly width: number;
  readonly xTicks: Ticks;
  readonly yTicks: Ticks;
  readonly x: (value: number) => number;
  readonly y: (value: number) => number;
}

/** Space below a plot, px: tick labels and the name of the axis. */
export const axesFoot = 46;

export interface AxisNames {
  readonly x: string;
  readonly y: string;
}

/** Grid, axes, tick labels, and axis names. The horizontal axis is at 0 if 0 is on the scale. */
export function plotAxes(plot: Plot, names: AxisNames): string[] {
  const { left, right, top, bottom, xTicks, yTicks } = plot;
  const small = { 'font-size': 12, class: 'muted' };
  const axis = { class: 'axis', stroke: '#5b6673' };
  const base = Math.min(Math.max(plot.y(0), top), bottom);
  return [
    textElement({ ...small, x: 8, y: 10 }, fitText(names.y, plot.width - 16, 12)),
    ...yTicks.values.flatMap((value) => {
      const y = plot.y(value);
      return [
        element('line', { class: 'line', stroke: '#d9dfe5', x1: left, x2: right, y1: y, y2: y }),
        textElement({ ...small, x: left - 6, y: y + 4, 'text-anchor': 'end' }, yTicks.format(value)),
      ];
    }),
    element('line', { ...axis, x1: left, x2: right, y1: base, y2: base }),
    ...xTicks.values.map((value) =>
      textElement(
        { ...small, x: plot.x(value), y: bottom + 16, 'text-anchor': 'middle' },
        xTicks.format(value),
      ),
    ),
    textElement({ ...small, x: (left + right) / 2, y: bottom + 34, 'text-anchor': 'middle' }, names.x),
    element('line', { ...axis, x1: left, x2: left, y1: top, y2: bottom }),
  ];
}
